using System;
using System.Text;
using Bootstrapper.Card;
using Bootstrapper.Modem;

namespace Bootstrapper.Benchmarks.Device
{
    /// <summary>
    /// Measures the library where it runs, on a device or on its runtime built for a PC: memory, and processor time as a
    /// number of iterations of an empty loop. What it prints is for <c>budgets --device</c>.
    /// </summary>
    /// <remarks>It needs 600 KB of managed heap, for a file of 234 accounts and all the answers that it is read from.</remarks>
    public static class Program
    {
        private const int ChunkSize = 240;
        private const int MostCommands = 200;
        private const int Rounds = 5;
        private const int Iterations = 1000000;

        /// <summary>Runs on the device.</summary>
        public static void Main()
        {
            try
            {
                MeasureMemory();
                MeasureTime();
            }
            catch (Exception e)
            {
                // A program that ends with an exception says nothing: the one that has no memory left, for instance.
                Fail(e.Message);
            }
        }

        // The example of 126 bytes. All is done twice, as the first time there are types to be set up.
        private static void MeasureMemory()
        {
            DeviceCard card = new DeviceCard(Example());
            DeviceClock clock = new DeviceClock();
            HeapMeter meter = new HeapMeter(card);
            new SmartCardBootstrap(meter, clock).Run();

            meter.Begin();
            SmartCardBootstrap bootstrap = new SmartCardBootstrap(meter, clock);
            int madeOnce = meter.Used();
            BootstrapResult result = bootstrap.Run();
            int atEnd = meter.Used();
            Print("made-once", madeOnce);
            Print("peak", meter.Peak > atEnd ? meter.Peak : atEnd);
            Print("with-result", atEnd);
            if (bootstrap.WorkingAccess != CardAccess.CsimChannel || result.Outcome != BootstrapOutcome.Provisioned)
                Fail(((int)result.Outcome).ToString());
        }

        private static void MeasureTime()
        {
            byte[] accounts = AccountFile.Make(AccountFile.AccountsOf32K);
            byte[] certificates = AccountFile.MakeWithCertificates(AccountFile.AccountsWithCertificates);

            // The loop now and then, as what else the machine does changes.
            long loop = Loop(long.MaxValue);
            long read = Read(accounts, 2 * AccountFile.AccountsOf32K);
            loop = Loop(loop);
            long readCertificates = Read(certificates, 2 * AccountFile.AccountsWithCertificates);
            loop = Loop(loop);
            long otherwise = Otherwise(accounts);
            loop = Loop(loop);

            Print("bytes", accounts.Length);
            Print("iterations", read * Iterations / loop);
            Print("otherwise", otherwise * Iterations / loop);
            Print("certificate-bytes", certificates.Length);
            Print("certificate-iterations", readCertificates * Iterations / loop);
        }

        private static long Read(byte[] file, int instances)
        {
            ScriptedLine line = new ScriptedLine(new DeviceCard(file), MostCommands);
            BootstrapOptions options = new BootstrapOptions();
            options.ChunkSize = ChunkSize;
            options.MaxInstances = instances;
            long fastest = long.MaxValue;
            for (int round = 0; round < Rounds; round++)
            {
                SmartCardBootstrap bootstrap = new SmartCardBootstrap(line, new DeviceClock(), options);
                nanoFramework.Runtime.Native.GC.Run(false);
                long start = DateTime.UtcNow.Ticks;
                BootstrapResult result = bootstrap.Run();
                long time = DateTime.UtcNow.Ticks - start;
                if (result.Outcome != BootstrapOutcome.Provisioned)
                    Fail(((int)result.Outcome).ToString());

                // The first round makes the answers, too.
                if (round > 0 && time < fastest)
                    fastest = time;
                line.Replay();
            }

            return fastest;
        }

        // What one would write at first: the answers' hex from strings to bytes, and nothing else.
        private static long Otherwise(byte[] file)
        {
            byte[] digits = new byte[2 * ChunkSize];
            for (int i = 0; i < digits.Length; i++)
                digits[i] = (byte)"9A8B"[i % 4];
            byte[] chunk = new byte[ChunkSize];
            long fastest = long.MaxValue;
            for (int round = 0; round < Rounds; round++)
            {
                long start = DateTime.UtcNow.Ticks;
                for (int left = file.Length; left > 0; left -= ChunkSize)
                {
                    int count = left < ChunkSize ? left : ChunkSize;
                    string text = Encoding.UTF8.GetString(digits, 0, 2 * count);
                    for (int i = 0; i < count; i++)
                        chunk[i] = Convert.ToByte(text.Substring(2 * i, 2), 16);
                }

                long time = DateTime.UtcNow.Ticks - start;
                if (time < fastest)
                    fastest = time;
            }

            return fastest;
        }

        // The time of the empty loop, if it is less than before.
        private static long Loop(long fastest)
        {
            for (int round = 0; round < Rounds; round++)
            {
                long time = Loop();
                if (time < fastest)
                    fastest = time;
            }

            return fastest;
        }

        private static long Loop()
        {
            long start = DateTime.UtcNow.Ticks;
            for (int i = 0; i < Iterations; i++)
            {
            }

            return DateTime.UtcNow.Ticks - start;
        }

        // The published example: a PSK account.
        private static byte[] Example()
        {
            return Convert.FromBase64String(
                "AAIAegAAAABeCAFbyAAiY29hcHM6Ly9ldS5pb3QuYXZzeXN0ZW0uY2xvdWQ6NTY4NMEBAMECAMgDFGV4YW1wbGUtcHNrLWlkZW50aXR5"
                + "yAUTM3hAbXBsM1A1SzUzY3IzdEszecEKAQABAAASCAEPwQABxAEAAVGAwQYAwQdV");
        }

        private static void Fail(string reason)
        {
            Print("failed, " + reason, -1);
        }

        private static void Print(string name, long figure)
        {
            Console.WriteLine("DEVICE " + name + " " + figure.ToString());
        }
    }
}
