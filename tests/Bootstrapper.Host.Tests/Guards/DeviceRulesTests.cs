using Bootstrapper.DeviceCheck;
using Bootstrapper.DeviceCheck.Rules;

namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public class DeviceRulesTests
{
    [TestMethod]
    [DataRow("class Box<T> { }", DisplayName = "own generic class")]
    [DataRow("static void Swap<T>(ref T a, ref T b) { T c = a; a = b; b = c; }", DisplayName = "own generic method")]
    [DataRow("public Action<int> Taken;", DisplayName = "field")]
    [DataRow("static int F(Func<int> f) { return 0; }", DisplayName = "parameter")]
    [DataRow("static int F() { Func<int> f = () => 1; return f(); }", DisplayName = "local and call")]
    [DataRow("public event EventHandler<EventArgs> Changed; void F() { Changed(this, EventArgs.Empty); }", DisplayName = "event")]
    [DataRow("static Type F() { return typeof(Action<>); }", DisplayName = "definition")]
    [DataRow("interface I<T> { } class C : I<int> { }", DisplayName = "implemented interface")]
    public void Generic_Used_IsFound(string members) => AssertFound("nano-generic", members);

    [TestMethod]
    public void Generic_OwnDelegatesAndAction_AreClean() => AssertClean(
        "delegate int Get(int i); Action _run; event EventHandler Changed; Get _get = i => i;"
        + " void Run() { _run(); int n = _get(1); _run = () => { n++; }; Changed(this, EventArgs.Empty); }");

    [TestMethod]
    public void Struct_Declared_IsFound() => AssertFound("nano-struct", "public struct Point { public int X; }");

    [TestMethod]
    [DataRow("enum Color { Red }", DisplayName = "enum")]
    [DataRow("static int F(int n) { int Add(int m) { return n + m; } return Add(1) + Add(2); }",
        DisplayName = "capturing local function")]
    [DataRow("static byte[] F() { return new byte[] { 1, 2, 3, 4, 5 }; }", DisplayName = "initial data")]
    [DataRow("static long F() { return DateTime.UtcNow.Ticks; }", DisplayName = "struct of the device")]
    public void Struct_NotOurOwn_IsClean(string members) => AssertClean(members);

    [TestMethod]
    [DataRow("public int[,] Grid;", DisplayName = "field")]
    [DataRow("static object F() { return new byte[2, 3]; }", DisplayName = "expression")]
    [DataRow("static int F(int[,] grid) { return grid[0, 1]; }", DisplayName = "parameter and element")]
    public void Array_WithMoreDimensions_IsFound(string members) => AssertFound("nano-array", members);

    [TestMethod]
    public void Array_OfArrays_IsClean() =>
        AssertClean("static int F() { int[][] a = new int[2][]; a[0] = new int[3]; return a[0][1]; }");

    [TestMethod]
    [DataRow("static int F() { byte* p = stackalloc byte[4]; return p[1]; }", DisplayName = "stackalloc")]
    [DataRow("static int F(byte[] b) { fixed (byte* p = b) { return p[1]; } }", DisplayName = "fixed")]
    [DataRow("public int* P;", DisplayName = "pointer field")]
    [DataRow("static int F(delegate*<int> f) { return f(); }", DisplayName = "function pointer")]
    public void Unsafe_Used_IsFound(string members) =>
        Assert.AreEqual("nano-unsafe", DeviceSample.Rules(DeviceSample.BuildMembers(members, allowUnsafe: true)));

    [TestMethod]
    public void Unsafe_Used_DoesNotCompileByItself() =>
        AssertFound("CS0214", "static int F(byte[] b) { fixed (byte* p = b) { return p[1]; } }");

    [TestMethod]
    [DataRow("interface I { int Twice(int n) { return n + n; } }", DisplayName = "default member")]
    [DataRow("interface I { static int Twice(int n) { return n + n; } }", DisplayName = "static member")]
    public void InterfaceBody_IsFound(string members) => AssertFound("nano-interface-body", members);

    [TestMethod]
    public void InterfaceBody_None_IsClean() =>
        AssertClean("interface I { int Length { get; } int Read(byte[] b); event EventHandler Closed; }");

    [TestMethod]
    [DataRow("static readonly object Cache = new Version(1, 0);", DisplayName = "object with a constructor that runs")]
    [DataRow("static readonly string Text = string.Concat(\"a\", 1.ToString());", DisplayName = "call")]
    [DataRow("static int s_n; static Sample() { for (int i = 0; i < 3; i++) s_n++; }", DisplayName = "loop")]
    public void Static_InitialiserWithWork_IsFoundInFirmware(string members)
    {
        AssertFound("nano-static", members);
        AssertClean(members, RuleOptions.Tests);
    }

    [TestMethod]
    [DataRow("public const string Name = \"x\"; internal static int s_n = 3; public static readonly string Text = \"y\";",
        DisplayName = "constants")]
    [DataRow("static readonly byte[] Nibbles = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };",
        DisplayName = "tiny table")]
    [DataRow("static readonly object Gate = new object();", DisplayName = "object to lock")]
    [DataRow("static Action F() { return () => { }; }", DisplayName = "cache of lambdas")]
    public void Static_InitialiserWithoutWork_IsClean(string members) => AssertClean(members);

    [TestMethod]
    [DataRow("static readonly int[] T = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17 };", 68,
        DisplayName = "initial data")]
    [DataRow("static readonly byte[] T = new byte[65];", 65, DisplayName = "static buffer")]
    [DataRow("static readonly string[] T = { \"a\", \"b\", \"c\", \"d\", \"e\", \"f\" };", 72, DisplayName = "strings")]
    [DataRow("static int[] F() { return new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17 }; }", 68,
        DisplayName = "local")]
    public void Table_OverTheLimit_IsFoundWithItsSize(string members, int bytes)
    {
        DeviceBuild build = DeviceSample.BuildMembers(members);

        Assert.AreEqual("nano-table", DeviceSample.Rules(build));
        Assert.Contains($" {bytes} bytes ", build.Findings[0].Text);
    }

    [TestMethod]
    [DataRow("static readonly int[] T = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };", DisplayName = "64 bytes")]
    [DataRow("static readonly string[] T = { \"a\", \"b\", \"c\", \"d\", \"e\" };", DisplayName = "60 bytes")]
    [DataRow("static byte[] F() { return new byte[1000]; }", DisplayName = "buffer made when needed")]
    public void Table_WithinTheLimit_IsClean(string members) => AssertClean(members);

    [TestMethod]
    [DataRow("static int F(int a, int b) { return checked(a + b); }", DisplayName = "addition")]
    [DataRow("static byte F(int a) { checked { return (byte)a; } }", DisplayName = "conversion")]
    public void Checked_IsFound(string members) => AssertFound("nano-checked", members);

    [TestMethod]
    public void Checked_Not_IsClean() => AssertClean("static byte F(int a, int b) { return (byte)(a + b); }");

    [TestMethod]
    [DataRow("static string F(int n) { return n.ToString(\"000\"); }", DisplayName = "picture")]
    [DataRow("static string F(double n) { return n.ToString(\"R\"); }", DisplayName = "round trip")]
    public void Format_ThatThrows_IsFound(string members) => AssertFound("nano-format", members);

    [TestMethod]
    [DataRow("X")]
    [DataRow("X2")]
    [DataRow("D3")]
    [DataRow("N")]
    [DataRow("F2")]
    public void Format_ThatWorks_IsClean(string format) =>
        AssertClean($"static string F(int n) {{ return n.ToString(\"{format}\"); }}");

    [TestMethod]
    public void Format_OfADate_IsClean() => AssertClean("static string F(DateTime t) { return t.ToString(\"yyyy\"); }");

    [TestMethod]
    public void Nul_InAString_IsFound() => AssertFound("nano-nul", "static string F() { return \"a\\0b\"; }");

    [TestMethod]
    public void Nul_AsACharacter_IsClean() => AssertClean("static bool F(char c) { return c == '\\0'; }");

    [TestMethod]
    [DataRow("enum Color { Red } static string F(Color c) { return c.ToString(); }", DisplayName = "call")]
    [DataRow("enum Color { Red } static string F(Color c) { return \"is \" + c; }", DisplayName = "concatenation")]
    public void EnumText_IsFound(string members) => AssertFound("nano-enum-text", members);

    [TestMethod]
    public void EnumText_AsANumber_IsClean() =>
        AssertClean("enum Color { Red } static string F(Color c) { return ((int)c).ToString(); }");

    [TestMethod]
    [DataRow("static string F(object o) { return o.GetType().Name; }", DisplayName = "type of an object")]
    [DataRow("static object F() { return typeof(Sample).GetMethods(); }", DisplayName = "members")]
    [DataRow("static object F() { return System.Reflection.Assembly.GetExecutingAssembly(); }", DisplayName = "assembly")]
    public void Reflection_IsFoundInFirmware(string members)
    {
        AssertFound("nano-reflection", members);
        AssertClean(members, RuleOptions.Tests);
    }

    [TestMethod]
    public void Reflection_Attributes_AreClean() =>
        Assert.AreEqual("", DeviceSample.Rules(DeviceSample.Build("[assembly: System.Reflection.AssemblyTitle(\"x\")]")));

    [TestMethod]
    [DataRow("catch (Exception) { }", DisplayName = "exception")]
    [DataRow("catch { }", DisplayName = "anything")]
    [DataRow("catch (Exception e) when (e.Message == \"x\") { }", DisplayName = "with a filter")]
    [DataRow("catch (Exception e) { if (e.Message != \"x\") throw; }", DisplayName = "passed on or not")]
    public void Catch_OfEverything_IsFoundInFirmware(string handler)
    {
        string members = "static void F(Action f) { try { f(); } " + handler + " }";
        AssertFound("nano-catch", members);
        AssertClean(members, RuleOptions.Tests);
    }

    [TestMethod]
    [DataRow("", "", DisplayName = "around it")]
    [DataRow("", " static void Other() { try { f(); } catch (Exception) { } }", DisplayName = "a second one")]
    [DataRow("f();", "", DisplayName = "around a part of it")]
    public void Catch_OfEverythingInAProgram_IsCleanOnceAndAroundAllOfIt(string before, string others)
    {
        string source = "using System; public static class AnyProgram { static Action f; static void Guard() { " + before
            + " try { f(); } catch (Exception) { f = null; } }" + others + " }";

        Assert.AreEqual(
            before + others == "" ? "" : "nano-catch", DeviceSample.Rules(DeviceSample.Build(source)));
    }

    [TestMethod]
    public void Catch_OfEverythingInAnObjectOfAProgram_IsFoundInFirmware() => Assert.AreEqual(
        "nano-catch",
        DeviceSample.Rules(DeviceSample.Build(
            "using System; public class AnyProgram { void F(Action f) { try { f(); } catch (Exception) { } } }")));

    [TestMethod]
    [DataRow("catch (InvalidOperationException) { }", DisplayName = "one type")]
    [DataRow("catch (InvalidOperationException e) when (e.Message == \"x\") { }", DisplayName = "with a filter")]
    [DataRow("finally { f(); }", DisplayName = "finally")]
    [DataRow("catch (Exception e) { throw new InvalidOperationException(e.Message); }", DisplayName = "passed on as another")]
    public void Catch_OfLess_IsClean(string handler) => AssertClean("static void F(Action f) { try { f(); } " + handler + " }");

    [TestMethod]
    public void PublicField_StaticAndMutable_IsFoundInFirmware()
    {
        AssertFound("nano-public-field", "public static int Count;");
        AssertClean("public static int Count;", RuleOptions.Tests);
    }

    [TestMethod]
    [DataRow("public const int Most = 3; public static readonly string Name = \"x\";", DisplayName = "constant")]
    [DataRow("internal static int s_n = 1; private static int s_m = 2; public static int Sum { get { return s_n + s_m; } }",
        DisplayName = "not public")]
    [DataRow("public enum Color { Red }", DisplayName = "enum")]
    public void PublicField_Otherwise_IsClean(string members) => AssertClean(members);

    [TestMethod]
    [DataRow("int _n; [TestMethod] public void F() { _n = 1; Assert.AreEqual(1, _n); }", DisplayName = "field")]
    [DataRow("void G() { } [TestMethod] public void F() { G(); }", DisplayName = "method")]
    [DataRow("public int N; [Setup] public void F() { N = 1; }", DisplayName = "setup")]
    public void TestThis_Used_IsFound(string members) => AssertFound("nano-test-this", members, RuleOptions.Tests);

    [TestMethod]
    [DataRow("[TestMethod] public void F() { Assert.AreEqual(1, G(1)); } static int G(int n) { return n; }",
        DisplayName = "static")]
    [DataRow("int _n; void G() { _n++; }", DisplayName = "no test")]
    public void TestThis_NotUsed_IsClean(string members) => AssertClean(members, RuleOptions.Tests);

    [TestMethod]
    [DataRow("[DataRow(new byte[] { 1, 2 })]", DisplayName = "alone")]
    [DataRow("[DataRow(1, new[] { \"a\" })]", DisplayName = "after others")]
    public void TestData_WithArray_IsFound(string row) => AssertTestData("array", row);

    [TestMethod]
    [DataRow("[DataRow(DayOfWeek.Friday)]", DisplayName = "of the device")]
    [DataRow("[DataRow(1, E.One)]", DisplayName = "own, after others")]
    public void TestData_WithEnum_IsFound(string row) => AssertTestData("enum", row);

    [TestMethod]
    [DataRow("[DataRow(null)]", DisplayName = "alone")]
    [DataRow("[DataRow(null, 1)]", DisplayName = "before others")]
    [DataRow("[DataRow(1, \"a\", null)]", DisplayName = "after others")]
    [DataRow("[DataRow((string)null, 1)]", DisplayName = "with a type")]
    [DataRow("const string None = null; [DataRow(1, None)]", DisplayName = "constant")]
    public void TestData_WithNull_IsFound(string row) => AssertTestData("null", row);

    [TestMethod]
    [DataRow("[DataRow(\"0102\", 3, (byte)E.One, true, 'x', -1L)]", DisplayName = "strings and numbers")]
    [DataRow("[DataRow(\"\", \"null\")]", DisplayName = "empty text")]
    [DataRow("static object F(object o) { return o ?? null; } [DataRow(1)] [DataRow(2)]", DisplayName = "null elsewhere")]
    public void TestData_WithoutAny_IsClean(string row) => AssertClean(WithRow(row), RuleOptions.Tests);

    [TestMethod]
    public void Size_TooManyStrings_IsFound() =>
        AssertFound("nano-size", "static string F() { return \"" + new string('x', 60_000) + "\"; }");

    [TestMethod]
    public void Size_TheSameStringAgain_CountsOnce()
    {
        string text = new('x', 30_000);
        AssertClean($"static string F() {{ return \"{text}\"; }} static string G() {{ return \"{text}\"; }}");
    }

    [TestMethod]
    public void Size_TooMuchBytecode_IsFound()
    {
        string statements = string.Concat(Enumerable.Repeat("G(1000);", 3000));
        string methods = string.Concat(Enumerable.Range(1, 3).Select(n => $"static void F{n}() {{ {statements} }}"));
        AssertFound("nano-size", "static void G(int n) { }" + methods);
    }

    [TestMethod]
    public void Size_OfOneMethodTooLarge_IsFound() =>
        AssertFound(
            "nano-size", "static void G(int n) { } static void F() {" + string.Concat(Enumerable.Repeat("G(1000);", 4200)) + "}");

    [TestMethod]
    public void Size_OfOneSwitchTooLarge_IsFound()
    {
        string labels = string.Concat(Enumerable.Range(0, 300).Select(n => $"case {n}: return {n * 7};"));
        AssertFound("nano-size", "static int F(int n) { switch (n) { " + labels + " } return -1; }");
    }

    [TestMethod]
    public void Size_TooManyMethodsInOneType_IsFound() =>
        AssertFound("nano-size", string.Concat(Enumerable.Range(0, 256).Select(n => $"static void F{n}() {{ }}")));

    [TestMethod]
    public void Size_OfOrdinaryCode_IsClean() =>
        AssertClean("static int F(int n) { switch (n) { case 0: return 5; case 1: return 9; case 2: return 7; } return n; }");

    [TestMethod]
    public void Size_TooManyStringsInAttributes_IsFound() => AssertFound(
        "nano-size", "[DataRow(1, \"" + new string('x', 60_000) + "\")] public void F(int a, string b) { }", RuleOptions.Tests);

    private static string WithRow(string row) => "enum E : byte { None, One } " + row + " public void F(object a, object b) { }";

    private static void AssertTestData(string what, string row)
    {
        DeviceBuild build = DeviceSample.BuildMembers(WithRow(row), RuleOptions.Tests);

        Assert.AreEqual("nano-test-data", DeviceSample.Rules(build));
        Assert.Contains(" " + what, build.Findings.Single().Text);
    }

    private static void AssertFound(string rule, string members, RuleOptions? options = null) =>
        Assert.AreEqual(rule, DeviceSample.Rules(DeviceSample.BuildMembers(members, options)));

    private static void AssertClean(string members, RuleOptions? options = null)
    {
        DeviceBuild build = DeviceSample.BuildMembers(members, options);
        Assert.AreEqual("", string.Join('\n', build.Findings));
    }
}
