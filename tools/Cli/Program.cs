using Bootstrapper.Cli;
using Bootstrapper.Cli.Output;

return (int)Simboot.Run(args, new Terminal());
