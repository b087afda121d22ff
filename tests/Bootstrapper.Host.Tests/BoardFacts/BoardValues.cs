using System.Reflection;
using Bootstrapper.Boards;

namespace Bootstrapper.Host.Tests.BoardFacts;

/// <summary>A definition as people write it: the properties that differ from the default, by name.</summary>
internal static class BoardValues
{
    /// <summary>Gets those that are pins.</summary>
    public static IEnumerable<(string Name, string Value)> Pins(BoardDefinition board) =>
        All(board).Where(value => IsPin(value.Name));

    /// <summary>Gets the others.</summary>
    public static IEnumerable<(string Name, string Value)> Rest(BoardDefinition board) =>
        All(board).Where(value => !IsPin(value.Name));

    /// <summary>Gets the numbers of the pins that the board drives.</summary>
    public static IEnumerable<int> Outputs(BoardDefinition board) =>
    [
        .. Present(board.TxPin, board.RtsPin, board.EnablePin, board.PowerKeyPin, board.ResetPin),
        .. board.LowPins ?? [], .. board.HighPins ?? [],
    ];

    /// <summary>Gets the numbers of the pins that it reads.</summary>
    public static IEnumerable<int> Inputs(BoardDefinition board) => Present(board.RxPin, board.CtsPin, board.StatusPin);

    private static IEnumerable<int> Present(params int[] pins) => pins.Where(pin => pin != BoardDefinition.NoPin);

    private static bool IsPin(string name) => name.EndsWith("Pin", StringComparison.Ordinal) || name.EndsWith("Pins", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Value)> All(BoardDefinition board)
    {
        var plain = new BoardDefinition();
        foreach (PropertyInfo property in typeof(BoardDefinition).GetProperties())
        {
            string value = Text(property.Name, property.GetValue(board));
            if (value != Text(property.Name, property.GetValue(plain)))
                yield return (property.Name, value);
        }
    }

    private static string Text(string name, object? value) => value switch
    {
        null => "",
        bool isSo => isSo ? "yes" : "no",
        int[] pins => string.Join(", ", pins),
        int number when name.EndsWith("Pulse", StringComparison.Ordinal) || name == nameof(BoardDefinition.BootTime) => $"{number} ms",
        _ => $"{value}",
    };
}
