using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using Bootstrapper.Card;
using Bootstrapper.DeviceCheck.Walk;
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

    // On the device, loading a literal makes a string object each time.
    [TestMethod]
    [DataRow(typeof(AtApduExchange), "Transmit")]
    [DataRow(typeof(CrsmAccess), "Send")]
    public void Exchange_OnTheDevice_LoadsNoLiteral(Type type, string name)
    {
        using PEReader image = new(File.OpenRead(type.Assembly.Location));
        MetadataReader metadata = image.GetMetadataReader();
        MethodDefinition method = metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Single(
            candidate => metadata.GetString(candidate.Name) == name
                && metadata.GetString(metadata.GetTypeDefinition(candidate.GetDeclaringType()).Name) == type.Name);

        IReadOnlyList<Instruction> code = IlReader.Read(image.GetMethodBody(method.RelativeVirtualAddress));

        Assert.IsTrue(code.Any(instruction => instruction.OpCode == OpCodes.Callvirt));
        Assert.IsFalse(code.Any(instruction => instruction.OpCode == OpCodes.Ldstr));
    }

    private static void Prepare(ReplyingLink link, string data)
    {
        string reply = $"\r\n+CREG: 1\r\nAT+CSIM\r\r\n+CSIM: {data.Length + 4},\"{data}9000\"\r\n\r\nOK\r\n";
        link.ReplyLength = Encoding.ASCII.GetBytes(reply, link.Reply);
    }
}
