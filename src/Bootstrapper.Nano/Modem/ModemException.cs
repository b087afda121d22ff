using System;

namespace Bootstrapper.Modem
{
    /// <summary>A modem that is silent, refuses a command or answers with something else.</summary>
    public sealed class ModemException : Exception
    {
        private readonly string _command;
        private readonly AtStatus _status;
        private readonly int _code;

        /// <summary>Creates the exception.</summary>
        /// <param name="command">The command's name, without its parameters: they may hold a PIN.</param>
        /// <param name="status">How the command ended.</param>
        /// <param name="code">The number of the +CME or +CMS error, or -1.</param>
        public ModemException(string command, AtStatus status, int code)
            : base(command + ": " + Describe(status, code))
        {
            _command = command;
            _status = status;
            _code = code;
        }

        /// <summary>Gets the name of the command, without its parameters.</summary>
        public string Command => _command;

        /// <summary>Gets how the command ended.</summary>
        public AtStatus Status => _status;

        /// <summary>Gets the number of the +CME or +CMS error; -1 if there is none or only an unknown text.</summary>
        public int Code => _code;

        private static string Describe(AtStatus status, int code)
        {
            switch (status)
            {
                case AtStatus.Error:
                    return "ERROR";
                case AtStatus.CmeError:
                    return "+CME ERROR: " + code.ToString();
                case AtStatus.CmsError:
                    return "+CMS ERROR: " + code.ToString();
                case AtStatus.NoAnswer:
                    return "no answer in time";
                case AtStatus.Cancelled:
                    return "cancelled";
                case AtStatus.Restarted:
                    return "the modem restarted";
                default:
                    return "garbled response";
            }
        }
    }
}
