using System.Text;

namespace Bootstrapper.Tests.Lwm2m
{
    /// <summary>
    /// Writes bootstrap files as hex text, by LwM2M TS 7.4.5 and Appendix G, and apart from the library's own writer.
    /// Contents, values and results are all hex.
    /// </summary>
    public static class Tlv
    {
        public static string File(params string[] records)
        {
            string content = string.Concat(records);
            return Number(records.Length, 2) + Number(content.Length / 2, 2) + content;
        }

        public static string Record(int objectId, string instances)
        {
            return Number(objectId, 2) + "00" + Number(instances.Length / 2, 2) + instances;
        }

        public static string Record(int objectId, int major, int minor, string instances)
        {
            return Number(objectId, 2) + Number(major, 1) + Number(minor, 1) + Number(instances.Length / 2, 2) + instances;
        }

        public static string Instance(int id, string resources)
        {
            return Entry(0, id, resources);
        }

        public static string ResourceInstance(int id, string value)
        {
            return Entry(1, id, value);
        }

        public static string Multiple(int id, params string[] resourceInstances)
        {
            return Entry(2, id, string.Concat(resourceInstances));
        }

        public static string Resource(int id, string value)
        {
            return Entry(3, id, value);
        }

        public static string Text(string text)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            string hex = "";
            for (int i = 0; i < bytes.Length; i++)
                hex = hex + Number(bytes[i], 1);
            return hex;
        }

        /// <summary>The same byte over and over.</summary>
        public static string Bytes(int count)
        {
            StringBuilder hex = new StringBuilder();
            for (int i = 0; i < count; i++)
                hex.Append("5A");
            return hex.ToString();
        }

        public static string Number(int value, int bytes)
        {
            string hex = "";
            for (int i = 0; i < bytes; i++)
                hex = ((value >> (8 * i)) & 0xFF).ToString("X2") + hex;
            return hex;
        }

        private static string Entry(int kind, int id, string value)
        {
            int length = value.Length / 2;
            int type = kind << 6;
            if (id > 255)
                type |= 0x20;
            int lengthBytes = length < 8 ? 0 : length < 256 ? 1 : 2;
            type |= lengthBytes == 0 ? length : lengthBytes << 3;
            return Number(type, 1) + Number(id, id > 255 ? 2 : 1) + Number(length, lengthBytes) + value;
        }
    }
}
