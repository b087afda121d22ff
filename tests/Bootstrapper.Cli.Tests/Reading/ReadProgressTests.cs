using System.Globalization;
using Bootstrapper.Cli.Reading;
using Bootstrapper.Cli.Tests.Read;
using Bootstrapper.Simulator;
using Spectre.Console;

namespace Bootstrapper.Cli.Tests.Reading;

[TestClass]
public sealed class ReadProgressTests
{
    [TestMethod]
    public void Follow_Screen_ShowsABarAndGivesTheReading()
    {
        using ReadRun run = new(new(ExampleCard.Create()));
        StringWriter text = new(CultureInfo.InvariantCulture);
        IAnsiConsole screen = Console(text, InteractionSupport.Yes);

        SimReading reading = ReadProgress.Follow(screen, progress =>
        {
            SimReading read = new SimReader(run.Link, run.Clock, new BootstrapOptions(), progress).Read();

            // What is shown last stands there for certain.
            progress!.Bytes(240, 256);
            return read;
        });

        Assert.AreEqual(ExitCode.Done, reading.Verdict.Code);
        Assert.Contains("EF LwM2M_Bootstrap: 240 of 256 bytes", text.ToString());
    }

    [TestMethod]
    public void Follow_NoScreen_ShowsNothing()
    {
        using ReadRun run = new(new(ExampleCard.Create()));
        StringWriter text = new(CultureInfo.InvariantCulture);

        ReadProgress.Follow(
            Console(text, InteractionSupport.No),
            progress => new SimReader(run.Link, run.Clock, new BootstrapOptions(), progress).Read());

        Assert.AreEqual("", text.ToString());
    }

    [TestMethod]
    public void Step_TextThatIsMarkupOrSteersTheTerminal_IsShownAsItIs()
    {
        StringWriter text = new(CultureInfo.InvariantCulture);

        Assert.ThrowsExactly<CommandException>(() => ReadProgress.Follow(Console(text, InteractionSupport.Yes), progress =>
        {
            progress!.Step("[red]\e[31m");
            throw new CommandException(ExitCode.Nothing, "ends here");
        }));

        Assert.DoesNotContain("\e[31m", text.ToString());
    }

    private static IAnsiConsole Console(StringWriter writer, InteractionSupport interaction)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = interaction == InteractionSupport.Yes ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = interaction,
        });
        console.Profile.Width = 160;
        return console;
    }
}
