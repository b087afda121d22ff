using System.Reflection;
using Bootstrapper.Boards;

namespace Bootstrapper.Host.Tests.BoardFacts;

/// <summary>A definition as people write it: the properties that differ from the default, each as name and value.</summary>
internal static class BoardValues
{
    /// <summary>Gets those that are pins.</summary>
    public static IEnumerable<string> Pins(BoardDefinition board) => All(board, true);

    /// <summary>Gets the others.</summary>
    public static IEnumerable<string> Rest(BoardDefinition board) => All(board, false);

    /// <summary>Gets the numbers of the pins that the board drives.</summary>
    public static IEnumerable<int> Outputs(BoardDefinition board) =>
    [
        .. Present(board.TxPin, board.RtsPin, board.EnablePin, board.PowerKeyPin, board.ResetPin),
        .. board.LowPins ?? [], .. board.HighPins ?? [],
    ];

    /// <summary>Gets the numbers of the pins that it reads.</summary>
    public static IEnumerable<int> Inputs(BoardDefinition board) => Present(board.RxPin, board.CtsPin, board.StatusPin);

    private static IEnumerable<int> Present(params int[] pins) => pins.Where(pin => pin != BoardDefinition.NoPin);

    private static IEnumerable<string> All(BoardDefinition board, bool isPin)
    {
        var plain = new BoardDefinition();
        foreach (PropertyInfo property in typeof(BoardDefinition).GetProperties())
        {
            string name = property.Name;
            string value = Text(name, property.GetValue(board));
            if (IsPin(name) == isPin && value != Text(name, property.GetValue(plain)))
                yield return name + " " + value;
        }
    }

    private static string Text(string name, object? value) => value switch
    {
        null => "",
        bool isSo => isSo ? "yes" : "no",
        int[] pins => string.Join(", ", pins),
        int number when IsTime(name) => $"{number} ms",
        _ => $"{value}",
    };

    private static bool IsPin(string name) => EndsWith(name, "Pin") || EndsWith(name, "Pins");

    private static bool IsTime(string name) => EndsWith(name, "Pulse") || name == nameof(BoardDefinition.BootTime);

    private static bool EndsWith(string name, string end) => name.EndsWith(end, StringComparison.Ordinal);
}
