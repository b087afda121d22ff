namespace Bootstrapper.Simulator.Commands;

/// <summary>The commands of a letter and a digit: E, V, Q, Z, I, also several in one line (V.250 5.3.1).</summary>
internal static class BasicCommands
{
    public static AtAnswer Execute(string body, AtSettings settings, ModemBehavior behavior)
    {
        List<string> lines = [];
        int position = 0;
        while (position < body.Length)
        {
            char letter = char.ToUpperInvariant(body[position++]);
            char digit = position < body.Length && char.IsAsciiDigit(body[position]) ? body[position++] : '0';
            switch (letter, digit)
            {
                case ('E', '0' or '1'):
                    settings.Echo = digit == '1';
                    break;

                case ('V', '0' or '1'):
                    settings.Verbose = digit == '1';
                    break;

                case ('Q', '0' or '1'):
                    settings.Quiet = digit == '1';
                    break;

                case ('Z', '0'):
                    settings.Reset(behavior);
                    break;

                case ('I', '0'):
                    lines.AddRange(behavior.Manufacturer, behavior.Model, behavior.Revision);
                    break;

                default:
                    return AtAnswer.Error;
            }
        }

        return AtAnswer.Ok([.. lines]);
    }
}
