using System;
using System.Text;
using Bootstrapper.Card;
using Bootstrapper.Modem;
using Bootstrapper.Tests.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Card
{
    [TestClass]
    public sealed class AtApduExchangeTests
    {
        private const string Open = "0070000001";
        private const string OpenLine = "AT+CSIM=10,\"0070000001\"";

        [TestMethod]
        [DataRow("+CSIM: 8,\"AB019000\"")]
        [DataRow("+CSIM: 8,AB019000")]
        [DataRow("+CSIM: 8,\"ab019000\"")]
        [DataRow("+CSIM:8,\"aB019000\"")]
        [DataRow("+CSIM:   8 , \"AB019000\" ")]
        [DataRow("+CSIM: 8 ,  AB019000  ")]
        [DataRow("+CSIM: 4,\"AB019000\"")]
        [DataRow("+CSIM: 008,\"AB019000\"")]
        [DataRow("+CSIM: 4,\"6A82\"\r\n+CSIM: 8,\"AB019000\"")]
        [DataRow("+CSIM: 9,\"xyz\"\r\n\r\n+CREG: 1\r\n+CSIM: 8,\"AB019000\"")]
        public void Transmit_ResponseInAnyOfItsForms_ReturnsDataAndStatusWord(string reply)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect(OpenLine, "\r\n" + reply + "\r\n\r\nOK\r\n");
            AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
            byte[] response = Hex.Bytes("EEEEEEEEEE");

            Assert.AreEqual(2, exchange.Transmit(Hex.Bytes(Open), 5, response, 1));
            Assert.AreEqual(0x9000, exchange.StatusWord);
            Expect.Bytes("EEAB01EEEE", response);
            AnotherWorks(at, exchange);
        }

        [TestMethod]
        public void Transmit_StatusWordAlone_ReturnsNoData()
        {
            AtFixture at = new AtFixture();
            at.Link.ExpectApdu("00A40804022F00", "6A82");
            AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);

            Assert.AreEqual(0, exchange.Transmit(Hex.Bytes("00A40804022F00FF"), 7, new byte[0], 0));
            Assert.AreEqual(0x6A82, exchange.StatusWord);
        }

        [TestMethod]
        public void Transmit_EveryByteValue_ArrivesInBothCases()
        {
            byte[] all = new byte[256];
            StringBuilder upper = new StringBuilder(516);
            StringBuilder lower = new StringBuilder(516);
            for (int i = 0; i < 256; i++)
            {
                all[i] = (byte)i;
                upper.Append(i.ToString("X2"));
                lower.Append(i.ToString("X2").ToLower());
            }

            AtFixture at = new AtFixture();
            at.Link.ExpectApdu(Open, upper.ToString() + "9000");
            at.Link.ExpectApdu(Open, lower.ToString() + "9f0a");
            AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
            for (int round = 0; round < 2; round++)
            {
                byte[] response = new byte[256];
                Assert.AreEqual(256, exchange.Transmit(Hex.Bytes(Open), 5, response, 0));
                Assert.AreEqual(round == 0 ? 0x9000 : 0x9F0A, exchange.StatusWord);
                for (int i = 0; i < 256; i++)
                    Assert.AreEqual(i, (int)response[i]);
            }
        }

        [TestMethod]
        public void Transmit_EveryCharacterInPlaceOfADigit_IsADigitOrGarbled()
        {
            // In the data and in the status word, as the high and as the low digit. SW1 is 6X or 9X (ISO/IEC 7816-3, 10.3.3).
            for (int place = 0; place < 8; place++)
            {
                for (int c = 0x20; c <= 0xFF; c++)
                {
                    bool isDigit = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
                    bool isRight = isDigit && (place != 4 || c == '6' || c == '9');
                    byte[] reply = Encoding.UTF8.GetBytes("\r\n+CSIM: 8,00006000\r\nOK\r\n");
                    reply[11 + place] = (byte)c;
                    AtFixture at = new AtFixture();
                    at.Link.Expect(OpenLine, reply, 0);
                    AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
                    int length = -1;
                    try
                    {
                        length = exchange.Transmit(Hex.Bytes(Open), 5, new byte[8], 0);
                    }
                    catch (ModemException e)
                    {
                        Assert.AreEqual((int)AtStatus.Garbled, (int)e.Status);
                    }

                    Assert.AreEqual(isRight ? 2 : -1, length, "place " + place.ToString() + ", byte " + c.ToString());
                }
            }
        }

        [TestMethod]
        public void Transmit_EveryCharacterInPlaceOfADigitOfMany_IsADigitOrGarbled()
        {
            const string Data = "0123456789ABCDEF6789";
            for (int place = 0; place < Data.Length; place++)
            {
                AtFixture at = new AtFixture();
                AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
                byte[] response = new byte[10];
                for (int c = 0x20; c <= 0xFF; c++)
                {
                    byte[] reply = Encoding.UTF8.GetBytes("\r\n+CSIM: 24," + Data + "9000\r\nOK\r\n");
                    reply[12 + place] = (byte)c;
                    at.Link.Expect(OpenLine, reply, 0);
                    int digit = "0123456789abcdef".IndexOf((char)(c | 0x20));
                    int length = -1;
                    try
                    {
                        length = exchange.Transmit(Hex.Bytes(Open), 5, response, 0);
                    }
                    catch (ModemException e)
                    {
                        Assert.AreEqual((int)AtStatus.Garbled, (int)e.Status);
                    }

                    Assert.AreEqual(c < 0x80 && digit >= 0 ? 10 : -1, length, c.ToString());
                    if (length > 0)
                        Assert.AreEqual(digit, (response[place / 2] >> (4 - (4 * (place & 1)))) & 0x0F);
                }
            }
        }

        [TestMethod]
        public void Transmit_EveryNumberOfBytes_FillsJustThose()
        {
            const string Data = "00112233445566778899AABBCCDDEEFF0123456789";
            for (int count = 0; count <= Data.Length / 2; count++)
            {
                AtFixture at = new AtFixture();
                string data = Data.Substring(0, 2 * count);
                at.Link.ExpectApdu(Open, data + "9000");
                byte[] response = Hex.Bytes("EE" + Data + "EE");
                for (int i = 0; i < response.Length; i++)
                    response[i] = 0xEE;
                AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
                Assert.AreEqual(count, exchange.Transmit(Hex.Bytes(Open), 5, response, 1));
                byte[] right = Hex.Bytes("EE" + data + "EE");
                for (int i = 0; i < response.Length; i++)
                    Assert.AreEqual(i < right.Length ? right[i] : 0xEE, (int)response[i]);
            }
        }

        [TestMethod]
        public void Transmit_LongResponseAtEverySplitPoint_IsTheSame()
        {
            const string Data = "00112233445566778899AABBCCDDEEFF0123456789";
            string reply = "\r\n+CREG: 1,\"0A1B2C3D\"\r\n" + Csim.Reply(Data + "9000");
            for (int split = 0; split <= reply.Length; split++)
            {
                AtFixture at = new AtFixture();
                at.Link.PauseAt = split;
                at.Link.Expect(OpenLine, reply);
                byte[] response = new byte[Data.Length / 2];
                AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
                Assert.AreEqual(response.Length, exchange.Transmit(Hex.Bytes(Open), 5, response, 0));
                Expect.Bytes(Data, response);
                Assert.AreEqual("+CREG: 1,\"0A1B2C3D\"|", at.Unsolicited.Text);
            }
        }

        [TestMethod]
        public void Transmit_LineInsideALongResponse_ThrowsGarbledWhereverItIs()
        {
            const string Start = "\r\n+CSIM: 46,\"";
            string reply = Csim.Reply("00112233445566778899AABBCCDDEEFF01234567899000");
            for (int at = Start.Length; at < Start.Length + 46; at++)
            {
                AtFixture line = new AtFixture();
                line.Link.Expect(OpenLine, reply.Substring(0, at) + "\r\n+CREG: 1\r\n" + reply.Substring(at));
                AtApduExchange exchange = new AtApduExchange(line.Channel, 1000);
                byte[] response = new byte[30];
                Expect.Throws(typeof(ModemException), () => exchange.Transmit(Hex.Bytes(Open), 5, response, 0));
                line.NextCommandWorks();
            }
        }

        [TestMethod]
        public void Transmit_LongestCommand_IsSent()
        {
            // SELECT by an AID of 16 bytes, with Le.
            AtFixture at = new AtFixture();
            string command = "4FA4040410" + "00112233445566778899AABBCCDDEEFF" + "00";
            at.Link.ExpectApdu(command, "9000");
            AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
            Assert.AreEqual(0, exchange.Transmit(Hex.Bytes(command), 22, new byte[256], 0));
        }

        [TestMethod]
        [DataRow("+CSIM: 6,\"AB019000\"")]
        [DataRow("+CSIM: 10,\"AB019000\"")]
        [DataRow("+CSIM: 16,\"AB019000\"")]
        [DataRow("+CSIM: 7,\"AB01900\"")]
        [DataRow("+CSIM: 8,\"AB01900\"")]
        [DataRow("+CSIM: 8,\"AB01 9000\"")]
        [DataRow("+CSIM: 8,\"ABG19000\"")]
        [DataRow("+CSIM: 8,\"AB01900G\"")]
        [DataRow("+CSIM: 8,\"AB019000")]
        [DataRow("+CSIM: 8,AB019000\"")]
        [DataRow("+CSIM: 8,\"AB019000\",1")]
        [DataRow("+CSIM: 8")]
        [DataRow("+CSIM: 8,")]
        [DataRow("+CSIM: 0,")]
        [DataRow("+CSIM: 0,\"\"")]
        [DataRow("+CSIM: 2,\"90\"")]
        [DataRow("+CSIM: 1,\"90\"")]
        [DataRow("+CSIM: 4,\"\"\"\"")]
        [DataRow("+CSIM: ,\"9000\"")]
        [DataRow("+CSIM: -4,\"9000\"")]
        [DataRow("+CSIM: \"9000\"")]
        [DataRow("+CSIM: 4294967300,\"9000\"")]
        [DataRow("+CSIM:")]
        [DataRow("+CSIM: ")]
        [DataRow("+CSIM: 4,\"9000\"\r\n+CSIM: 6,\"9000\"")]
        [DataRow("+CREG: 1")]
        [DataRow("")]
        public void Transmit_NoResponseInTheRightForm_ThrowsGarbled(string reply)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect(OpenLine, "\r\n" + reply + "\r\n\r\nOK\r\n");
            ThrowsThenWorks(at, AtStatus.Garbled, -1);
        }

        [TestMethod]
        public void Transmit_MoreDataThanTheBufferHolds_ThrowsGarbled()
        {
            AtFixture at = new AtFixture();
            at.Link.ExpectApdu(Open, "0102039000");
            ThrowsThenWorks(at, AtStatus.Garbled, -1);
        }

        [TestMethod]
        public void Transmit_OverlongLine_ThrowsGarbled()
        {
            AtFixture at = new AtFixture();
            at.Link.ExpectApdu(Open, new string('9', 2000));
            ThrowsThenWorks(at, AtStatus.Garbled, -1);
        }

        [TestMethod]
        public void Transmit_OverlongLineWhoseStartLooksWhole_ThrowsGarbled()
        {
            // Wherever the line is cut: 516 digits may be left of it, as announced.
            for (int spaces = 0; spaces < 60; spaces++)
            {
                AtFixture at = new AtFixture();
                string line = "+CSIM: 516," + new string(' ', spaces) + new string('9', 700);
                at.Link.Expect(OpenLine, "\r\n" + line + "\r\n\r\nOK\r\n");
                AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
                byte[] response = new byte[300];
                Expect.Throws(typeof(ModemException), () => exchange.Transmit(Hex.Bytes(Open), 5, response, 0));
            }
        }

        [TestMethod]
        [DataRow("\r\nERROR\r\n", (int)AtStatus.Error, -1)]
        [DataRow("\r\n+CME ERROR: 0\r\n", (int)AtStatus.CmeError, 0)]
        [DataRow("\r\n+CME ERROR: 13\r\n", (int)AtStatus.CmeError, 13)]
        [DataRow("\r\n+CME ERROR: SIM busy\r\n", (int)AtStatus.CmeError, 14)]
        [DataRow("\r\n+CME ERROR: strange\r\n", (int)AtStatus.CmeError, -1)]
        [DataRow("\r\n+CMS ERROR: 500\r\n", (int)AtStatus.CmsError, 500)]
        [DataRow("\r\n+CSIM: 4,\"9000\"\r\n\r\nERROR\r\n", (int)AtStatus.Error, -1)]
        [DataRow("\r\n+CSIM: 4,\"9000\"\r\n", (int)AtStatus.NoAnswer, -1)]
        [DataRow("", (int)AtStatus.NoAnswer, -1)]
        public void Transmit_ModemRefusesOrIsSilent_Throws(string reply, int status, int code)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect(OpenLine, reply);
            ThrowsThenWorks(at, (AtStatus)status, code);
        }

        [TestMethod]
        public void Transmit_Cancelled_Throws()
        {
            AtFixture at = new AtFixture();
            at.Channel.Cancel();
            AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
            ModemException thrown = (ModemException)Expect.Throws(
                typeof(ModemException), () => exchange.Transmit(Hex.Bytes("01B0000002"), 5, new byte[2], 0));
            Assert.IsTrue(thrown.Status == AtStatus.Cancelled);
        }

        [TestMethod]
        [DataRow("0070000001")]
        [DataRow("0070800100")]
        [DataRow("0120008108")]
        public void Transmit_CancelledButNotToBeCut_IsSentAndTheNextIsNot(string command)
        {
            AtFixture at = new AtFixture();
            at.Link.ExpectApdu(command, "9000");
            AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
            at.Channel.Cancel();

            exchange.Transmit(Hex.Bytes(command), 5, new byte[2], 0);
            Assert.AreEqual(0x9000, exchange.StatusWord);
            Expect.Throws(typeof(ModemException), () => exchange.Transmit(Hex.Bytes("01B0000002"), 5, new byte[2], 0));
            Assert.IsTrue(at.Link.IsConsumed);
        }

        [TestMethod]
        public void Transmit_WrongCountTwiceWithTheSameDigits_IsTakenAndFromThenOn()
        {
            AtFixture at = new AtFixture();
            AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
            for (int i = 0; i < 2; i++)
                at.Link.Expect(OpenLine, "\r\n+CSIM: 10,\"63CF\"\r\n\r\nOK\r\n");
            at.Link.Expect(OpenLine, "\r\n+CSIM: 10,\"019000\"\r\n\r\nOK\r\n");

            Expect.Throws(typeof(ModemException), () => exchange.Transmit(Hex.Bytes(Open), 5, new byte[2], 0));
            Assert.AreEqual(0, exchange.Transmit(Hex.Bytes(Open), 5, new byte[2], 0));
            Assert.AreEqual(0x63CF, exchange.StatusWord);
            Assert.AreEqual(1, exchange.Transmit(Hex.Bytes(Open), 5, new byte[2], 0));
            Assert.AreEqual(0x9000, exchange.StatusWord);
        }

        [TestMethod]
        public void Transmit_WrongCountWithOtherDigits_StaysGarbled()
        {
            AtFixture at = new AtFixture();
            AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
            at.Link.Expect(OpenLine, "\r\n+CSIM: 10,\"63CF\"\r\n\r\nOK\r\n");
            at.Link.Expect(OpenLine, "\r\n+CSIM: 10,\"63CE\"\r\n\r\nOK\r\n");
            for (int i = 0; i < 2; i++)
                Expect.Throws(typeof(ModemException), () => exchange.Transmit(Hex.Bytes(Open), 5, new byte[2], 0));
        }

        [TestMethod]
        [DataRow("+CSIM: 4,\"6A82\"+CSIM: 8,\"AB019000\"")]
        [DataRow("+CSIM: 4,6A82+CSIM: 8,AB019000")]
        [DataRow("+CSIM: 4,\"6A82\"+CSIM: 4,\"6A83\"+CSIM: 8,\"AB019000\"")]
        public void Transmit_EarlierAnswersOnTheSameLine_TakesTheLast(string reply)
        {
            AtFixture at = new AtFixture();
            at.Link.Expect(OpenLine, "\r\n" + reply + "\r\n\r\nOK\r\n");
            AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
            byte[] response = new byte[2];

            Assert.AreEqual(2, exchange.Transmit(Hex.Bytes(Open), 5, response, 0));
            Assert.AreEqual(0x9000, exchange.StatusWord);
            Expect.Bytes("AB01", response);
        }

        [TestMethod]
        public void Transmit_CommandLongerThanItsBuffer_Throws()
        {
            AtApduExchange exchange = new AtApduExchange(new AtFixture().Channel, 1000);
            Expect.Throws(typeof(ArgumentException), () => exchange.Transmit(new byte[100], 100, new byte[2], 0));
        }

        private static void ThrowsThenWorks(AtFixture at, AtStatus status, int code)
        {
            AtApduExchange exchange = new AtApduExchange(at.Channel, 1000);
            byte[] response = new byte[4];
            ModemException thrown = (ModemException)Expect.Throws(
                typeof(ModemException), () => exchange.Transmit(Hex.Bytes(Open), 5, response, 2));
            Assert.AreEqual("AT+CSIM", thrown.Command);
            Assert.AreEqual((int)status, (int)thrown.Status);
            Assert.AreEqual(code, thrown.Code);
            Assert.AreEqual(0, (int)response[0] | response[1], "written in front of its place");
            AnotherWorks(at, exchange);
        }

        private static void AnotherWorks(AtFixture at, AtApduExchange exchange)
        {
            at.Link.ExpectApdu("01B0000002", "C1D26282");
            byte[] response = new byte[2];
            Assert.AreEqual(2, exchange.Transmit(Hex.Bytes("01B0000002"), 5, response, 0));
            Assert.AreEqual(0x6282, exchange.StatusWord);
            Expect.Bytes("C1D2", response);
            at.Channel.Poll();
            Assert.IsTrue(at.Link.IsConsumed);
        }
    }
}
