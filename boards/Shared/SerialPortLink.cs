using System;
using System.IO;
using System.IO.Ports;
using Bootstrapper.Modem;

namespace Bootstrapper.Boards
{
    /// <summary>The line to the modem over System.IO.Ports, in the way that works on the device as on a PC.</summary>
    public sealed class SerialPortLink : ISerialLink, IDisposable
    {
        // The device drops input silently once its buffer is full, and has 256 bytes unless told otherwise.
        private const int InputBuffer = 2048;

        // On ESP32 what fits the UART's FIFO goes out at once; the rest would be sent later from an array that may have
        // moved by then.
        private const int LargestWrite = 96;

        // In milliseconds; a safety net, as no more is read than is there.
        private const int Timeout = 1000;

        // A character is ten bits: start, eight of data, stop.
        private const int BitsPerCharacter = 10;

        private readonly SerialPort _port;
        private readonly IClock _clock;
        private bool _isLost;

        /// <summary>Creates the link and opens the port.</summary>
        /// <param name="port">
        /// The port, not open yet, with speed and flow control as the modem's wiring has them. It is the link's from now on.
        /// </param>
        /// <param name="clock">Waits between the pieces of a long write.</param>
        public SerialPortLink(SerialPort port, IClock clock)
        {
            _port = port;
            _clock = clock;
            _port.ReadBufferSize = InputBuffer;
            _port.ReadTimeout = Timeout;
            _port.WriteTimeout = Timeout;
            _port.Open();
        }

        /// <inheritdoc/>
        /// <exception cref="IOException">The port is gone: a USB modem was pulled.</exception>
        public int Read(byte[] buffer, int offset, int count)
        {
            // The device's Read blocks until all of count is there: ask for what is.
            int available = _port.BytesToRead;
            if (available < 0)
            {
                _isLost = true;
                RequirePort();
            }

            if (available > count)
                available = count;
            return available > 0 ? _port.Read(buffer, offset, available) : 0;
        }

        /// <inheritdoc/>
        /// <exception cref="IOException">The port is gone.</exception>
        public void Write(byte[] buffer, int offset, int count)
        {
            RequirePort();
            while (count > 0)
            {
                int piece = count < LargestWrite ? count : LargestWrite;
                _port.Write(buffer, offset, piece);
                offset += piece;
                count -= piece;

                // Until the FIFO is empty again.
                if (count > 0)
                    _clock.Wait((piece * BitsPerCharacter * 1000 / _port.BaudRate) + 1);
            }
        }

        /// <summary>Closes the port.</summary>
        public void Dispose()
        {
            _port.Dispose();
        }

        // A port that is gone takes no more: what is written to it would keep it from ever being closed.
        private void RequirePort()
        {
            if (_isLost)
                throw new IOException("the port is gone");
        }
    }
}
