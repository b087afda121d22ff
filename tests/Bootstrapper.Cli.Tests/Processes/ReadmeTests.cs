using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Bootstrapper.Cli.Tests.Inspection;

namespace Bootstrapper.Cli.Tests.Processes;

/// <summary>The README's section on the tool: its commands, run in their order, print what it shows.</summary>
[TestClass]
public sealed partial class ReadmeTests
{
    private const string Lifetime = "86400";
    private const string Identity = "'example-psk-identity'";
    private const string Key = "b'3x@mpl3P5K53cr3tK3y'";

    [TestMethod]
    public void Commands_OfTheReadme_PrintWhatItShows()
    {
        string section = Section();
        using TemporaryFolder folder = new();
        string configuration = Block(section, "python").Single();
        folder.Add("config.py", Encoding.UTF8.GetBytes(configuration));
        folder.Add("other.py", Encoding.UTF8.GetBytes(Replace(Replace(configuration, Lifetime, "3600"), Key, "b'another key, longer'")));
        folder.Add("template.py", Encoding.UTF8.GetBytes(Replace(Replace(configuration, Identity, "'${iccid}'"), Key, "${psk:hex}")));
        folder.Add("series.csv", Encoding.UTF8.GetBytes(Block(section, "csv").Single()));

        StringBuilder printed = new();
        StringBuilder shown = new();
        using BackgroundProcess background = new();
        foreach (string block in Block(section, "console"))
        {
            // Where there are no pseudo-terminals, what is in the background has no path to show.
            if (OperatingSystem.IsWindows() && block.Contains("&\n", StringComparison.Ordinal))
                continue;

            shown.Append(block);
            foreach (string line in block.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)))
            {
                printed.Append(line).Append('\n');
                string[] arguments = [.. Word().Matches(line).Skip(2).Select(word => word.Value.Trim('"'))];
                if (arguments[^1] == "&")
                {
                    printed.Append(background.Start(folder.ToString(), arguments[..^1]));
                }
                else
                {
                    ProcessResult result = SimbootProcess.RunIn(folder.ToString(), arguments);
                    printed.Append(Trimmed(result.Text)).Append(Trimmed(result.Error));
                }
            }
        }

        Assert.AreEqual(PseudoTerminalName().Replace(shown.ToString(), "pty"), PseudoTerminalName().Replace(printed.ToString(), "pty"));
    }

    private static string Section([CallerFilePath] string file = "")
    {
        string readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "../../../README.md")).ReplaceLineEndings("\n");
        int start = readme.IndexOf("\n## simboot\n", StringComparison.Ordinal);
        return readme[start..readme.IndexOf("\n## ", start + 1, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Block(string section, string language) =>
        CodeBlock().Matches(section).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value);

    private static string Replace(string text, string old, string replacement)
    {
        Assert.Contains(old, text);
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }

    private static string Trimmed(string output) =>
        string.Concat(output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).Select(line => line + "\n"));

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();

    [GeneratedRegex("/dev/(pts/|ttys)[0-9]+")]
    private static partial Regex PseudoTerminalName();

    [GeneratedRegex("^```(\\w+)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();
}
