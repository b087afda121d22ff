using System.Text;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Syntax;

/// <summary>Reads texts in the tests.</summary>
internal static class Reading
{
    public static Node Dictionary(string text, bool isTemplate = false) =>
        ConfigurationText.Read(Encoding.UTF8.GetBytes(text), ConfigurationFormat.Dictionary, isTemplate);

    public static Node Json(string text, bool isTemplate = false) =>
        ConfigurationText.Read(Encoding.UTF8.GetBytes(text), ConfigurationFormat.Json, isTemplate);

    /// <summary>Says a tree, or the error in place of it.</summary>
    public static string Outcome(Func<Node> read)
    {
        try
        {
            return TreeText.Of(read());
        }
        catch (ConfigurationException e)
        {
            return $"{e.Position.Line}:{e.Position.Column} {e.Message}";
        }
    }
}
