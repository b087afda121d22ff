using System.CommandLine;
using Bootstrapper.Benchmarks.Budgets;
using Bootstrapper.Benchmarks.Commands;
using Bootstrapper.Benchmarks.Wire;

Option<int> baud = new("--baud")
{
    Description = "The line's speed in bits a second.",
    DefaultValueFactory = _ => LineSpeeds.Default.Baud,
};
Option<int> card = new("--card-speed")
{
    Description = "The card's speed in bits a second.",
    DefaultValueFactory = _ => LineSpeeds.Default.Card,
};
Command wire = new("wire", "Prints commands, bytes and time for each way to the card, file and chunk size.") { baud, card };
wire.SetAction(parsed => WireCommand.Run(Console.Out, new(parsed.GetValue(baud), parsed.GetValue(card))));

Option<FileInfo> pe = new("--pe")
{
    Description = "The library's file for the device: src/Bootstrapper.Nano/bin/Release/Bootstrapper.Nano.pe, where Visual Studio "
        + "with the nanoFramework extension has built it. Otherwise its size is worked out from the sources.",
    HelpName = "FILE",
};
pe.AcceptExistingOnly();
Option<FileInfo> device = new("--device")
{
    Description = "What tools/DeviceBenchmarks printed on a device: deploy it from Visual Studio, as Release, and keep the debug "
        + "output. Without it the processor's time is not measured, and nothing stands beside the memory that is worked out.",
    HelpName = "FILE",
};
device.AcceptExistingOnly();
Command memory = new("memory", "Prints what is allocated in each phase, and what is alive at the peak by type.") { device };
memory.SetAction(parsed =>
    new MemoryCommand(Console.Out).Run(MeasuredElsewhere.Read(null, parsed.GetValue(device)).Device));

Command budgets = new("budgets", "Prints every budget beside what was measured; exit code 1 if one is over.") { pe, device };
budgets.SetAction(parsed =>
    BudgetsCommand.Run(Console.Out, MeasuredElsewhere.Read(parsed.GetValue(pe), parsed.GetValue(device))));

Command report = new("report", "Writes the README's table of budgets, docs/wire.md and docs/wire.svg; exit code as budgets.")
{
    pe,
    device,
};
report.SetAction(parsed => ReportCommand.Run(MeasuredElsewhere.Read(parsed.GetValue(pe), parsed.GetValue(device))));

Option<bool> quick = new("--quick") { Description = "Runs each benchmark once, to see that it runs." };
RootCommand root = new("Measures the library. Without a command: BenchmarkDotNet's suites, with arguments such as --filter.")
{
    wire,
    memory,
    budgets,
    report,
    quick,
};
root.TreatUnmatchedTokensAsErrors = false;
root.Validators.Add(result =>
{
    if (result.Tokens is [] && args is [var first, ..] && !first.StartsWith('-'))
        result.AddError($"{first} is no command");
});
root.SetAction(parsed => SuitesCommand.Run(parsed.GetValue(quick), [.. parsed.UnmatchedTokens]));
try
{
    return root.Parse(args).Invoke(new() { EnableDefaultExceptionHandler = false });
}
catch (FormatException e)
{
    Console.Error.WriteLine($"--device: {e.Message}");
    return 2;
}
