using System.Text;
using Bootstrapper.Card;
using Bootstrapper.Host.Tests.Modem;
using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.Card;

[TestClass]
public sealed class ReadAllocationTests
{
    [TestMethod]
    public void ReadBinary_OverTheWholeStack_AllocatesNothing()
    {
        ManualClock clock = new();
        ReplyingLink link = new();
        AtChannel channel = new(link, clock);
        int unsolicited = 0;
        channel.UnsolicitedLine += (_, _, _) => unsolicited++;
        LogicalChannel logicalChannel = new(new ApduTransport(new AtApduExchange(channel, 10_000), clock));
        UiccFiles files = new(logicalChannel);
        CardFileReader reader = new(files, 240);
        byte[] buffer = new byte[240];

        Prepare(link, "01");
        logicalChannel.Open();
        Prepare(link, "620580030080" + "00");
        Assert.IsTrue(reader.Open(new CardPath([0x64, 0x32]), "EF(LwM2M_Bootstrap)"));
        Assert.AreEqual(0x8000, files.Size);

        Prepare(link, new string('5', 480));
        for (int i = 0; i < 60; i++)
            Assert.AreEqual(240, reader.Read(buffer, 0, buffer.Length));

        long before = GC.GetAllocatedBytesForCurrentThread();
        int read = reader.Read(buffer, 0, buffer.Length);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.AreEqual(240, read);
        Assert.AreEqual(61 * 240, reader.Position);
        Assert.AreEqual(0, allocated);
        Assert.AreEqual(63, unsolicited);
    }

    private static void Prepare(ReplyingLink link, string data)
    {
        string reply = $"\r\n+CREG: 1\r\nAT+CSIM\r\r\n+CSIM: {data.Length + 4},\"{data}9000\"\r\n\r\nOK\r\n";
        link.ReplyLength = Encoding.ASCII.GetBytes(reply, link.Reply);
    }
}
