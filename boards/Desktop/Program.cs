using Bootstrapper.Desktop;

return DesktopArguments.Invoke(
    args,
    Console.Out,
    Console.Error,
    arguments => new DesktopBootstrap(arguments, Console.Out, Console.Error).Run());
