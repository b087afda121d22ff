using System.Text;
using Bootstrapper.Cli.Batch;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Batch;

/// <summary>Names of files that come from cells.</summary>
[TestClass]
public sealed class FileNameTests
{
    [TestMethod]
    [DataRow("8949000000000000001.bin")]
    [DataRow("Müller & Söhne (1).bin")]
    [DataRow("a.b.c")]
    [DataRow("a=b+c-d@e")]
    [DataRow("CONSOLE")]
    [DataRow("COM")]
    [DataRow("COM10.bin")]
    [DataRow("LPTx")]
    [DataRow("nulls.bin")]
    [DataRow("日本語")]
    public void Fault_Name_HasNone(string name) => Assert.IsNull(FileName.Fault(name));

    [TestMethod]
    [DataRow("")]
    [DataRow(".")]
    [DataRow("..")]
    [DataRow("../x")]
    [DataRow("..\\x")]
    [DataRow("/etc/passwd")]
    [DataRow("a/b")]
    [DataRow("C:x")]
    [DataRow("x:stream")]
    [DataRow(".hidden")]
    [DataRow(" x")]
    [DataRow("x ")]
    [DataRow("x.")]
    [DataRow("a\0b")]
    [DataRow("a\nb")]
    [DataRow("a\tb")]
    [DataRow("a\u007Fb")]
    [DataRow("a\u202Egpj.bin")]
    [DataRow("a\u200Bb")]
    [DataRow("a\u2028b")]
    [DataRow("a*")]
    [DataRow("a?")]
    [DataRow("a|b")]
    [DataRow("<a>")]
    [DataRow("a\"b")]
    [DataRow("=cmd")]
    [DataRow("+49")]
    [DataRow("-rf")]
    [DataRow("@x")]
    [DataRow("CON")]
    [DataRow("nul.bin")]
    [DataRow("Aux .txt")]
    [DataRow("com1")]
    [DataRow("LPT9.tar.gz")]
    [DataRow("COM²")]
    [DataRow("CONIN$")]
    public void Fault_WhatIsNoNameSomewhere_IsSaid(string name) => Assert.IsNotNull(FileName.Fault(name));

    [TestMethod]
    public void Fault_Length_IsThatInBytes()
    {
        Assert.IsNull(FileName.Fault(new string('x', 200)));
        Assert.IsNotNull(FileName.Fault(new string('x', 201)));
        Assert.IsNull(FileName.Fault(new string('ü', 100)));
        Assert.IsNotNull(FileName.Fault(new string('ü', 101)));
    }

    [TestMethod]
    public void Fill_Template_PutsCellsTogether()
    {
        TemplateColumns columns = new(["a", "b"]);
        FileName name = FileName.Parse("x-${b}-$${a}-${a}.bin", columns);
        byte[][] cells = [[(byte)'A'], [(byte)'B']];

        Assert.AreEqual("x-B-${a}-A.bin", name.Fill(new CsvRow(2, [.. columns.Used.Select(i => cells[i])])));
    }

    [TestMethod]
    [DataRow("../x")]
    [DataRow("x\n")]
    public void Fill_CellThatLeavesTheFolder_IsARowsError(string cell)
    {
        FileName name = FileName.Parse("${a}.bin", new TemplateColumns(["a"]));

        RowException e = Assert.ThrowsExactly<RowException>(() => name.Fill(new CsvRow(2, [Encoding.UTF8.GetBytes(cell)])));
        StringAssert.Contains(e.Message, "is no name of a file: it ");
        Assert.DoesNotContain("\n", e.Message);
    }

    [TestMethod]
    [DataRow("x.bin", "names all images alike: write a column, such as '${iccid}.bin'")]
    [DataRow("$${a}.bin", "names all images alike: write a column, such as '${iccid}.bin'")]
    [DataRow("x/${a}.bin", "names no file: it has '/'")]
    [DataRow("../${a}.bin", "names no file: it has '/'")]
    [DataRow("=${a}", "names no file: it begins with '='")]
    [DataRow("NUL.${a}", "names no file: it is a device's on Windows")]
    [DataRow("${c}.bin", "no column 'c' in the CSV file, which has 'a', 'psk'")]
    [DataRow("${a:hex}.bin", "'a' is bytes within a name")]
    [DataRow("${psk}.bin", "'psk' holds keys, which don't belong in a name")]
    [DataRow("${a", "'${' without '}'; a text that holds '${' writes it '$${'")]
    public void Parse_TemplateThatNamesNothing_IsRefused(string template, string error)
    {
        TemplateColumns columns = new(["a", "psk"]);
        columns.MarkSecret(columns.Use(new SourcePosition(1, 1), "psk", PlaceholderForm.Text));

        CommandException e = Assert.ThrowsExactly<CommandException>(() => FileName.Parse(template, columns));

        Assert.AreEqual(ExitCode.Usage, e.Code);
        Assert.AreEqual($"--name {template}: {error}", e.Message);
    }
}
