using System;
using System.Collections;
using Bootstrapper.Card;
using Bootstrapper.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    /// <summary>A card that follows a transcript: the command APDUs it gets, in order, and its response to each.</summary>
    public sealed class ScriptedCard : IApduExchange
    {
        private readonly ArrayList _commands = new ArrayList();
        private readonly ArrayList _responses = new ArrayList();

        /// <summary>Gets the number of commands that came.</summary>
        public int Count { get; private set; }

        /// <summary>Gets whether every command of the transcript came.</summary>
        public bool IsConsumed => Count == _commands.Count;

        /// <inheritdoc/>
        public int StatusWord { get; private set; }

        /// <summary>Adds a command and its response with status word, in hex.</summary>
        public void Expect(string command, string response)
        {
            _commands.Add(command);
            _responses.Add(Hex.Bytes(response));
        }

        /// <summary>Adds a command that does not get through to the card.</summary>
        public void ExpectModemTrouble(string command, AtStatus status, int code)
        {
            _commands.Add(command);
            _responses.Add(new ModemException("AT+CSIM", status, code));
        }

        /// <inheritdoc/>
        public int Transmit(byte[] command, int length, byte[] response, int offset)
        {
            string text = string.Empty;
            for (int i = 0; i < length; i++)
                text += ((int)command[i]).ToString("X2");
            Assert.IsTrue(Count < _commands.Count, "no further command expected: " + text);
            Assert.AreEqual((string)_commands[Count], text);
            object next = _responses[Count++];
            if (next is ModemException)
                throw (ModemException)next;

            byte[] bytes = (byte[])next;
            int data = bytes.Length - 2;
            if (data > response.Length - offset)
                throw new ModemException("AT+CSIM", AtStatus.Garbled, -1);
            Array.Copy(bytes, 0, response, offset, data);
            StatusWord = (bytes[data] << 8) | bytes[data + 1];
            return data;
        }
    }
}
