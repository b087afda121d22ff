using System.Runtime.CompilerServices;
using System.Text;
using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.Modem;

/// <summary>What the card layer and the flow set on the channel, which applications can't.</summary>
[TestClass]
public sealed class AtChannelLimitsTests
{
    private const int Timeout = 10000;

    private readonly ManualClock _clock = new();
    private readonly ReplyingLink _link = new();
    private readonly AtChannel _channel;

    public AtChannelLimitsTests()
    {
        _channel = new AtChannel(_link, _clock);
    }

    [TestMethod]
    public void Deadline_WhileACommandRuns_EndsItsWait()
    {
        Deadline(_channel) = _clock.Milliseconds + 700;

        Assert.AreEqual(AtStatus.NoAnswer, Execute("AT+X"));
        Assert.IsInRange(700, 750, _clock.Milliseconds);
    }

    [TestMethod]
    public void Deadline_Over_NothingIsSentUntilItIsTakenBack()
    {
        Deadline(_channel) = _clock.Milliseconds;
        Reply("\r\nOK\r\n");

        Assert.AreEqual(AtStatus.NoAnswer, Execute("AT+X"));
        Assert.AreEqual(0, _link.Writes);
        Assert.AreEqual(0, _clock.Milliseconds);

        Deadline(_channel) = long.MaxValue;
        Assert.AreEqual(AtStatus.Ok, Execute("AT+X"));
        Assert.AreEqual(0, _clock.Milliseconds, "an answer was thought to be due");
    }

    [TestMethod]
    public void Deadline_AnAnswerIsDue_LimitsTheWaitForItAndItStaysDue()
    {
        Assert.AreEqual(AtStatus.NoAnswer, Execute("AT+X", "+X:", 100));
        Deadline(_channel) = _clock.Milliseconds + 50;

        long start = _clock.Milliseconds;
        Assert.AreEqual(AtStatus.NoAnswer, Execute("AT+Y"));
        Assert.AreEqual(1, _link.Writes);
        Assert.IsInRange(50, 60, _clock.Milliseconds - start);

        Deadline(_channel) = long.MaxValue;
        start = _clock.Milliseconds;
        Reply("\r\nOK\r\n");
        Assert.AreEqual(AtStatus.Ok, Execute("AT+Y"));
        Assert.IsGreaterThanOrEqualTo(300, _clock.Milliseconds - start);
    }

    [TestMethod]
    public void Deadline_ResponseAfterItsOk_LimitsTheWaitForIt()
    {
        Deadline(_channel) = _clock.Milliseconds + 200;
        Reply("\r\nOK\r\n");

        Assert.AreEqual(AtStatus.Ok, Execute("AT+X", "+X:"));
        Assert.IsInRange(200, 210, _clock.Milliseconds);
    }

    [TestMethod]
    public void HoldsCancel_WhileSet_NothingIsCutShortAndTheWishIsKept()
    {
        HoldsCancel(_channel) = true;
        _channel.Cancel();
        Reply("\r\nOK\r\n");

        Assert.AreEqual(AtStatus.Ok, Execute("AT+X"));
        Reply(string.Empty);
        Assert.AreEqual(AtStatus.NoAnswer, Execute("AT+X"));
        Assert.IsGreaterThanOrEqualTo(Timeout, _clock.Milliseconds);

        HoldsCancel(_channel) = false;
        Assert.AreEqual(AtStatus.Cancelled, Execute("AT+X"));
        Assert.AreEqual(2, _link.Writes);
        Reply("\r\nOK\r\n");
        Assert.AreEqual(AtStatus.Ok, Execute("AT+X"));
    }

    private AtStatus Execute(string command, string? prefix = null, int timeout = Timeout)
    {
        return _channel.Execute(
            new AtCommand(16).Append(command), prefix is null ? null : Encoding.ASCII.GetBytes(prefix), null, timeout);
    }

    private void Reply(string text)
    {
        _link.ReplyLength = Encoding.ASCII.GetBytes(text, _link.Reply);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "Deadline")]
    private static extern ref long Deadline(AtChannel channel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "HoldsCancel")]
    private static extern ref bool HoldsCancel(AtChannel channel);
}
