using System.CommandLine;
using Bootstrapper.Benchmarks.Commands;

Option<int> baud = new("--baud") { Description = "The line's speed in bits a second.", DefaultValueFactory = _ => 115200 };
Option<int> card = new("--card-speed")
{
    Description = "The card's speed in bits a second; by default 3.57 MHz with F/D = 512/8.",
    DefaultValueFactory = _ => 55800,
};
Command wire = new("wire", "Prints commands, bytes and time for each way to the card, file and chunk size.") { baud, card };
wire.SetAction(parsed => new WireCommand(Console.Out, parsed.GetValue(baud), parsed.GetValue(card)).Run());
Command memory = new("memory", "Prints what is allocated in each phase, and what is alive at the peak by type.");
memory.SetAction(_ => new MemoryCommand(Console.Out).Run());
RootCommand root = new("Measures the library.") { wire, memory };
return root.Parse(args).Invoke();
