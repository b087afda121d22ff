using System.Text;
using Bootstrapper.Lwm2m;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Lwm2m
{
    /// <summary>Steps over TLV entries, saying what each must be.</summary>
    public static class Walk
    {
        /// <summary>Makes a reader of the bytes that <paramref name="hex"/> spells.</summary>
        public static TlvReader Over(string hex, int windowSize = 256)
        {
            byte[] bytes = Hex.Bytes(hex);
            TlvReader reader = new TlvReader(windowSize);
            reader.Reset(new ByteArraySource(bytes), bytes.Length);
            return reader;
        }

        /// <summary>Makes a reader that stands on the first entry.</summary>
        public static TlvReader On(string hex, int windowSize = 256)
        {
            TlvReader reader = Over(hex, windowSize);
            Assert.IsTrue(reader.Read(), "no entry");
            return reader;
        }

        public static void Instance(TlvReader reader, int id, int length)
        {
            Next(reader, TlvKind.ObjectInstance, id, length);
            Assert.AreEqual(id, reader.InstanceId, "instance");
            Assert.AreEqual(-1, reader.ResourceId, "resource");
        }

        public static void Multiple(TlvReader reader, int id, int length)
        {
            Next(reader, TlvKind.MultipleResource, id, length);
            Assert.AreEqual(id, reader.ResourceId, "resource");
        }

        public static void Resource(TlvReader reader, int id, int length)
        {
            Next(reader, TlvKind.Resource, id, length);
            Assert.AreEqual(id, reader.ResourceId, "resource");
            Assert.AreEqual(length, reader.Remaining, "remaining");
        }

        public static void ResourceInstance(TlvReader reader, int id, int length)
        {
            Next(reader, TlvKind.ResourceInstance, id, length);
            Assert.AreEqual(length, reader.Remaining, "remaining");
        }

        public static void Number(TlvReader reader, int id, int length, long value)
        {
            Resource(reader, id, length);
            Assert.AreEqual(value, reader.GetInteger(), "value of " + id.ToString());
        }

        public static void NumberInstance(TlvReader reader, int id, int length, long value)
        {
            ResourceInstance(reader, id, length);
            Assert.AreEqual(value, reader.GetInteger(), "value of " + id.ToString());
        }

        public static void Boolean(TlvReader reader, int id, bool value)
        {
            Resource(reader, id, 1);
            Assert.AreEqual(value, reader.GetBoolean(), "value of " + id.ToString());
        }

        public static void Text(TlvReader reader, int id, string value)
        {
            Resource(reader, id, value.Length);
            Assert.AreEqual(value, reader.GetString(), "value of " + id.ToString());
        }

        public static void Opaque(TlvReader reader, int id, string hex)
        {
            Resource(reader, id, hex.Length / 2);
            Expect.Bytes(hex, reader.GetOpaque());
        }

        public static void Link(TlvReader reader, int objectId, int instanceId)
        {
            ObjectLink link = reader.GetObjectLink();
            Assert.AreEqual(objectId, link.ObjectId, "object");
            Assert.AreEqual(instanceId, link.InstanceId, "instance");
        }

        public static void End(TlvReader reader)
        {
            Assert.IsFalse(reader.Read(), "an entry behind the last");
            Assert.AreEqual(-1, reader.InstanceId, "instance");
            Assert.AreEqual(-1, reader.ResourceId, "resource");
            Assert.IsFalse(reader.Read(), "an entry behind the end");
        }

        /// <summary>Says all that there is to say about the entries that follow, values included.</summary>
        public static string Trace(TlvReader reader)
        {
            StringBuilder text = new StringBuilder();
            byte[] piece = new byte[5];
            while (reader.Read())
            {
                text.Append((int)reader.Kind).Append(' ').Append(reader.Identifier).Append(' ').Append(reader.Length);
                text.Append(' ').Append(reader.Offset).Append(' ').Append(reader.ValueOffset);
                text.Append(' ').Append(reader.InstanceId).Append(' ').Append(reader.ResourceId);
                int left = reader.Remaining;
                while (left > 0)
                {
                    int count = reader.ReadValue(piece, 0, piece.Length);
                    Assert.IsTrue(count > 0, "a value ends early");
                    for (int i = 0; i < count; i++)
                        text.Append(' ').Append((int)piece[i]);
                    left -= count;
                    Assert.AreEqual(left, reader.Remaining, "remaining");
                }

                text.Append(';');
            }

            return text.ToString();
        }

        /// <summary>Says all that there is to say about a file.</summary>
        public static string Trace(BootstrapFileReader file)
        {
            StringBuilder text = new StringBuilder();
            text.Append(file.ObjectCount).Append(' ').Append(file.Size).Append(':');
            while (file.ReadObject())
            {
                text.Append(file.ObjectId).Append(' ').Append(file.MajorVersion).Append(' ').Append(file.MinorVersion);
                text.Append(' ').Append(file.Offset).Append(' ').Append(file.Length).Append('[');
                text.Append(Trace(file.Tlv)).Append(']');
            }

            return text.ToString();
        }

        private static void Next(TlvReader reader, TlvKind kind, int id, int length)
        {
            Assert.IsTrue(reader.Read(), "no entry, " + id.ToString() + " expected");
            Assert.AreEqual((int)kind, (int)reader.Kind, "kind of " + id.ToString());
            Assert.AreEqual(id, reader.Identifier, "identifier");
            Assert.AreEqual(length, reader.Length, "length of " + id.ToString());
        }
    }
}
