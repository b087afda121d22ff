using System.Text;
using Bootstrapper.Cli.Batch;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Batch;

/// <summary>What cells become in the places of a template.</summary>
[TestClass]
public sealed class TemplateTests
{
    [TestMethod]

    // Integer
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", "86400", "86400")]
    [DataRow("OID.Server", "RID.Server.Lifetime", "'${x}'", "86400", "86400")]
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", "-1", "-1")]
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", "+7", "7")]
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", "007", "7")]
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", "0xFF", "255")]
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", "0XfF", "255")]
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", "9223372036854775808", "9223372036854775808")]

    // Time, Unsigned
    [DataRow("OID.Server", "RID.Server.LastBootstrapped", "${x}", "1700000000", "1700000000")]
    [DataRow("OID.Security", "RID.Security.MatchingType", "${x}", "3", "3")]

    // Boolean
    [DataRow("OID.Security", "RID.Security.Bootstrap", "${x}", "true", "True")]
    [DataRow("OID.Security", "RID.Security.Bootstrap", "'${x}'", "FALSE", "False")]
    [DataRow("OID.Security", "RID.Security.Bootstrap", "${x}", "1", "True")]
    [DataRow("OID.Security", "RID.Security.Bootstrap", "${x}", "0", "False")]

    // Float
    [DataRow("OID.Location", "RID.Location.Latitude", "${x}", "-1.5e3", "-1500f")]
    [DataRow("OID.Location", "RID.Location.Latitude", "'${x}'", "48", "48f")]

    // Objlnk, String, Corelnk
    [DataRow("OID.Security", "RID.Security.OSCORESecurityMode", "${x}", "21:0", "'21:0'")]
    [DataRow("OID.Security", "RID.Security.ServerURI", "${x}", "coaps://a", "'coaps://a'")]
    [DataRow("OID.Security", "RID.Security.ServerURI", "'${x}'", "42", "'42'")]
    [DataRow("OID.Security", "RID.Security.ServerURI", "'coaps://${x}:5684'", "a", "'coaps://a:5684'")]
    [DataRow("OID.Security", "RID.Security.ServerURI", "'${x}${y}'", "a", "'a59'")]
    [DataRow("OID.Security", "RID.Security.ServerURI", "${x:hex}", "636f6170", "b'636F6170'")]

    // Opaque
    [DataRow("OID.Security", "RID.Security.SecretKey", "${x}", "ü", "b'C3BC'")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "'${x}'", "ab", "b'6162'")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "'${x:hex}'", "00fF", "b'00FF'")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "${x:hex}", "", "b''")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "${x:hex}", "00 ff 0 1", "b'00FF01'")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "${x:base64}", "AP8=", "b'00FF'")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "b'${x}'", "ab", "b'6162'")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "b'${x:hex}'", "ab", "b'AB'")]
    [DataRow("OID.Security", "RID.Security.PKOrIdentity", "b'\\xFF${x}\\x00${y:hex}'", "ü", "b'FFC3BC0059'")]
    [DataRow("OID.Security", "RID.Security.PKOrIdentity", "'urn:imei:${x}'", "35", "'urn:imei:35'")]

    // Without a definition
    [DataRow("4242", "7", "${x}", "42", "'42'")]
    [DataRow("4242", "7", "'${x}'", "true", "'true'")]
    [DataRow("4242", "7", "${x:hex}", "42", "b'42'")]
    [DataRow("4242", "7", "b'${x}'", "42", "b'3432'")]
    [DataRow("OID.Server", "4711", "${x}", "42", "'42'")]

    // Multiple resources
    [DataRow("OID.Security", "RID.Security.DtlsTlsCiphersuite", "[(0, ${x}), (1, 2)]", "0xC0A8", "[[0,49320],[1,2]]")]
    [DataRow("OID.Security", "RID.Security.DtlsTlsCiphersuite", "{0: '${x}'}", "7", "{0:7}")]
    [DataRow("OID.AccessControl", "RID.AccessControl.ACL", "[(${x}, 15)]", "101", "[[101,15]]")]
    [DataRow("OID.AccessControl", "RID.AccessControl.ACL", "{'${x}': ${x}}", "7", "{7:7}")]
    [DataRow("4242", "7", "[(0, ${x}), (1, ${y:hex})]", "1", "[[0,'1'],[1,b'59']]")]

    // The escape, and what is none
    [DataRow("OID.Security", "RID.Security.ServerURI", "'$${x}${x}'", "a", "'${x}a'")]
    [DataRow("OID.Security", "RID.Security.ServerURI", "'$${x}'", "a", "'${x}'")]
    [DataRow("OID.Security", "RID.Security.ServerURI", "'$x $$ {x} $ ${x}$'", "a", "'$x $$ {x} $ a$'")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "b'$${x}\\xFF'", "a", "b'247B787DFF'")]
    public void Fill_Place_BecomesWhatTheResourceWants(
        string objectKey, string resourceKey, string value, string cell, string expected) =>
        Assert.AreEqual(expected, Show(ValueOf(Fill(Template(objectKey, resourceKey, value), cell))));

    [TestMethod]
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", "abc", "column 'x' is 'abc', not an integer, decimal or 0x…")]
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", "", "column 'x' is '', not an integer, decimal or 0x…")]
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", " 1", "column 'x' is ' 1', not an integer, decimal or 0x…")]
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", "1.0", "column 'x' is '1.0', not an integer, decimal or 0x…")]
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", "1,000", "column 'x' is '1,000', not an integer, decimal or 0x…")]
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", "0x", "column 'x' is '0x', not an integer, decimal or 0x…")]
    [DataRow("OID.Server", "RID.Server.Lifetime", "${x}", "-0x1", "column 'x' is '-0x1', not an integer, decimal or 0x…")]
    [DataRow("OID.Server", "1", "${x}", "\u001b[J", "column 'x' is '\\u001B[J', not an integer, decimal or 0x…")]
    [DataRow("OID.Security", "RID.Security.Bootstrap", "${x}", "yes", "column 'x' is 'yes', not true, false, 1 or 0")]
    [DataRow("OID.Location", "RID.Location.Latitude", "${x}", "NaN", "column 'x' is 'NaN', not a number")]
    [DataRow("OID.Location", "RID.Location.Latitude", "${x}", "1e999", "column 'x' is '1e999', not a number")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "${x:hex}", "0g", "column 'x' is not pairs of hex digits")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "${x:hex}", "012", "column 'x' is not pairs of hex digits")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "${x:base64}", "A", "column 'x' is not Base64")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "${x:base64}", "AP8=x", "column 'x' is not Base64")]
    [DataRow("OID.AccessControl", "2", "[(${x}, 15)]", "a", "column 'x' is 'a', not an integer, decimal or 0x…")]
    public void Fill_CellThatDoesNotFit_IsARowsError(
        string objectKey, string resourceKey, string value, string cell, string error)
    {
        RowException e = Assert.ThrowsExactly<RowException>(() => Fill(Template(objectKey, resourceKey, value), cell));

        Assert.AreEqual(error, e.Message);
    }

    [TestMethod]
    public void Fill_EndlessNumber_IsRefusedAtOnceAndNotShownWhole()
    {
        RowException e = Assert.ThrowsExactly<RowException>(() =>
            Fill(Template("OID.Server", "RID.Server.Lifetime", "${x}"), new string('9', 1_000_000)));

        Assert.IsLessThan(150, e.Message.Length);
    }

    [TestMethod]
    [DataRow("OID.Security", "RID.Security.ServerURI", "${x}")]
    [DataRow("OID.Security", "RID.Security.ServerURI", "'a${x}'")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "b'a${x}'")]
    [DataRow("OID.Security", "RID.Security.SecretKey", "${x}")]
    public void Fill_CellThatIsNotUtf8_IsARowsError(string objectKey, string resourceKey, string value)
    {
        Template template = new(Template(objectKey, resourceKey, value), new TemplateColumns(["x", "y"]));

        RowException e = Assert.ThrowsExactly<RowException>(() => template.Fill(new CsvRow(2, [[0x61, 0xFC]])));
        Assert.AreEqual("column 'x' is not UTF-8", e.Message);
    }

    [TestMethod]
    [DataRow("RID.Security.SecretKey: ${x:hex}, RID.Security.ShortServerID: ${x}")]
    [DataRow("RID.Security.ShortServerID: ${x}, RID.Security.SecretKey: b'${x}'")]
    [DataRow("RID.Security.ShortServerID: '${x}', 4711: 'a${x}'")]
    public void Fill_CellThatIsAKeySomewhere_IsNeverShown(string resources)
    {
        Node root = Read($"{{OID.Security: {{1: {{{resources}}}}}}}");

        RowException e = Assert.ThrowsExactly<RowException>(() => Fill(root, "00000000000000000000000000C0FFEE"));
        Assert.AreEqual("column 'x' is not an integer, decimal or 0x…", e.Message);
    }

    [TestMethod]
    [DataRow("'")]
    [DataRow("\"")]
    [DataRow("',RID.Security.Mode:3,4:'")]
    [DataRow("}}}")]
    [DataRow("${y}")]
    [DataRow("$${y}")]
    [DataRow("\\x41\\n")]
    [DataRow("a\r\nb")]
    [DataRow("#")]
    [DataRow("__import__('os')")]
    public void Fill_CellWithSyntax_StaysAText(string cell)
    {
        Assert.AreEqual(
            $"'{cell}'", Show(ValueOf(Fill(Template("OID.Security", "RID.Security.ServerURI", "${x}"), cell))));
        Assert.AreEqual(
            $"'<{cell}>'", Show(ValueOf(Fill(Template("OID.Security", "RID.Security.ServerURI", "'<${x}>'"), cell))));
        Assert.AreEqual(
            $"b'{Convert.ToHexString(Encoding.UTF8.GetBytes($"<{cell}>"))}'",
            Show(ValueOf(Fill(Template("OID.Security", "RID.Security.SecretKey", "b'<${x}>'"), cell))));
    }

    [TestMethod]
    public void Fill_InstanceId_IsANumber()
    {
        Node filled = Fill(Read("{OID.Server: {${x}: {RID.Server.Lifetime: 1}, '${y}': {}}}"), "7", "0x08");

        Assert.AreEqual("{OID.Server:{7:{RID.Server.Lifetime:1},8:{}}}", Show(filled));
    }

    [TestMethod]
    public void Fill_NothingToFill_SharesTheTree()
    {
        DictionaryNode root = (DictionaryNode)Read("{OID.Security: {1: {RID.Security.Mode: 3}}, OID.Server: {1: {1: ${x}}}}");

        DictionaryNode filled = (DictionaryNode)Fill(root, "1");

        Assert.AreSame(root.Entries[0].Value, filled.Entries[0].Value);
        Assert.AreEqual("{1:{1:${x}}}", Show(root.Entries[1].Value)); // and leaves the template as it was
        Assert.AreEqual("{1:{1:1}}", Show(filled.Entries[1].Value));
    }

    [TestMethod]
    [DataRow("{OID.Server: {1: {1: ${z}}}}", "no column 'z' in the CSV file, which has 'x', 'y'")]
    [DataRow("{OID.Server: {1: {1: '${X}'}}}", "no column 'X' in the CSV file, which has 'x', 'y'")]
    [DataRow("{OID.Server: {1: {7: 'a${x:bin}'}}}", "no column 'x:bin' in the CSV file, which has 'x', 'y'")]
    [DataRow("{OID.Server: {1: {7: b'a${}'}}}", "no column '' in the CSV file, which has 'x', 'y'")]
    [DataRow("{OID.Server: {1: {7: 'a${x'}}}", "'${' without '}'; a text that holds '${' writes it '$${'")]
    [DataRow("{OID.Security: {1: {0: 'a${x:hex}'}}}", "'x' is bytes within a text: write b'...'")]
    [DataRow("{OID.Server: {1: {1: ${x:hex}}}}", "Lifetime is Integer: 'x' can't be filled in as bytes")]
    [DataRow("{OID.Server: {1: {6: '${x:base64}'}}}", "NotificationStoring is Boolean: 'x' can't be filled in as bytes")]
    [DataRow("{${x}: {1: {1: 1}}}", "an Object ID can't be filled from a column")]
    [DataRow("{OID.Server: {1: {'${x}': 1}}}", "a Resource ID can't be filled from a column")]
    [DataRow("{OID.Server: {'1${x}': {1: 1}}}", "an ID can be filled as a whole only: '${column}'")]
    [DataRow("{OID.Server: {${x:hex}: {1: 1}}}", "an ID is a number, and no bytes")]
    [DataRow("{OID.Server: ${x}}", "an object can't be filled from a column")]
    [DataRow("{OID.Server: {1: '${x}'}}", "an instance can't be filled from a column")]
    [DataRow("{OID.AccessControl: {1: {2: [${x}]}}}", "a pair can't be filled from a column")]
    [DataRow("${x}", "a configuration can't be filled from a column")]
    public void Template_PlaceThatCannotBeFilled_IsRefusedWithItsPosition(string template, string error)
    {
        ConfigurationException e = Assert.ThrowsExactly<ConfigurationException>(() =>
            new Template(Read(template), new TemplateColumns(["x", "y"])));

        Assert.AreEqual(error, e.Message);
        Assert.AreEqual(1, e.Position.Line);
        int at = template.IndexOf('$', StringComparison.Ordinal) + 1;
        Assert.IsInRange(at - 3, at, e.Position.Column);
    }

    [TestMethod]
    public void Fill_File_IsANameWithinItsFolder()
    {
        Node root = WithFile("keys/${x}.der");

        Assert.AreEqual("keys/8949.der", ((FileNode)ValueOf(Fill(root, "8949"))).Path);
    }

    [TestMethod]
    [DataRow("../x")]
    [DataRow("a/b")]
    [DataRow("a\\b")]
    [DataRow("..")]
    [DataRow("")]
    [DataRow("C:x")]
    [DataRow("a\0b")]
    public void Fill_FileOutsideItsFolder_IsARowsError(string cell)
    {
        RowException e = Assert.ThrowsExactly<RowException>(() => Fill(WithFile("keys/${x}.der"), cell));

        StringAssert.StartsWith(e.Message, "column 'x' is no name of a file: it ");
    }

    private static Node Template(string objectKey, string resourceKey, string value) =>
        Read($"{{{objectKey}: {{1: {{{resourceKey}: {value}}}}}}}");

    private static Node Read(string text) =>
        ConfigurationText.Read(Encoding.UTF8.GetBytes(text), ConfigurationFormat.Dictionary, isTemplate: true);

    private static DictionaryNode WithFile(string path)
    {
        SourcePosition at = new(1, 1);
        return Configuration.Literals.Resource(
            new NameNode(at, "OID.Security"), new NameNode(at, "RID.Security.SecretKey"), new FileNode(at, path));
    }

    private static Node Fill(Node root, string x, string y = "59")
    {
        TemplateColumns columns = new(["x", "y"]);
        Template template = new(root, columns);
        string[] cells = [x, y];
        return template.Fill(new CsvRow(2, [.. columns.Used.Select(i => Encoding.UTF8.GetBytes(cells[i]))]));
    }

    private static Node ValueOf(Node root)
    {
        Node node = root;
        for (int depth = 0; depth < 3; depth++)
            node = ((DictionaryNode)node).Entries[0].Value;
        return node;
    }

    private static string Show(Node node) => node switch
    {
        DictionaryNode n => $"{{{string.Join(',', n.Entries.Select(e => $"{Show(e.Key)}:{Show(e.Value)}"))}}}",
        ListNode n => $"[{string.Join(',', n.Items.Select(Show))}]",
        IntegerNode n => n.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        FloatNode n => n.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) + "f",
        BooleanNode n => n.Value.ToString(),
        StringNode n => $"'{n.Value}'",
        BytesNode n => $"b'{Convert.ToHexString(n.Value)}'",
        NameNode n => n.Name,
        PlaceholderNode n => $"${{{n.Column}}}",
        _ => throw new ArgumentException("another node", nameof(node)),
    };
}
