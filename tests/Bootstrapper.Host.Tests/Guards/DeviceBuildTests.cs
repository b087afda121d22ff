using Bootstrapper.DeviceCheck;

namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public class DeviceBuildTests
{
    [TestMethod]
    [DataRow("int? F() { return 1; }")]
    [DataRow("volatile int _n;")]
    [DataRow("System.Collections.IEnumerable F() { yield return 1; }")]
    [DataRow("async void F() { }")]
    [DataRow("(int, int) F() { return (1, 2); }")]
    [DataRow("record R(int A);")]
    [DataRow("object F() { return new { A = 1 }; }")]
    [DataRow("decimal F() { return 1m; }")]
    [DataRow("void F(dynamic d) { d.G(); }")]
    [DataRow("System.Collections.Generic.List<int> F() { return null; }")]
    [DataRow("Span<byte> F(byte[] b) { return b; }")]
    [DataRow("object F() { return \"a\"u8.Length; }")]
    [DataRow("bool F(int[] a) { return a is [1, ..]; }")]
    [DataRow("int F(int[] a) { return a[^1]; }")]
    [DataRow("int[] F(int[] a) { return a[1..]; }")]
    [DataRow("string F(string s) { return s.Replace(\"a\", \"b\"); }")]
    [DataRow("string F(string[] s) { return string.Join(\",\", s); }")]
    [DataRow("bool F(string s) { return string.IsNullOrWhiteSpace(s); }")]
    [DataRow("bool F(char c) { return char.IsDigit(c); }")]
    [DataRow("void F(int[] a) { Array.Sort(a); }")]
    [DataRow("byte[] F() { return Array.Empty<byte>(); }")]
    [DataRow("void F(byte[] a) { Buffer.BlockCopy(a, 0, a, 1, 1); }")]
    [DataRow("object F() { return System.Text.Encoding.ASCII; }")]
    [DataRow("string F(byte[] b) { return System.Text.Encoding.UTF8.GetString(b); }")]
    [DataRow("int F() { return Environment.TickCount; }")]
    [DataRow("string F() { return Environment.NewLine; }")]
    [DataRow("object F() { return new OverflowException(); }")]
    [DataRow("void F() { System.Threading.ThreadPool.QueueUserWorkItem(null); }")]
    [DataRow("int F(int n) { return System.Threading.Interlocked.Add(ref n, 1); }")]
    [DataRow("int F(int a, int b) { return Math.Min(a, b); }")]
    [DataRow("bool F(byte[] b) { return new System.IO.MemoryStream(b).CanRead; }")]
    public void Run_WhatTheDeviceLacks_IsAnErrorOfTheCompiler(string members)
    {
        DeviceBuild build = DeviceSample.BuildMembers(members);

        Assert.IsNotEmpty(build.Findings);
        Assert.IsTrue(
            build.Findings.All(finding => finding.Rule.StartsWith("CS", StringComparison.Ordinal)), DeviceSample.Rules(build));
        Assert.IsTrue(build.Image.IsEmpty);
    }

    [TestMethod]
    public void Run_WhatTheDeviceHas_IsClean()
    {
        const string source = """
            using System;
            using System.Collections;
            using System.Text;
            using System.Threading;

            namespace Sample
            {
                public interface IShape { double Area { get; } }

                public enum Kind { None, Some = 5 }

                public delegate int Twice(int n);

                public abstract partial class Shape : IShape, IDisposable
                {
                    public const int Most = 10;
                    private readonly object _gate = new object();
                    private int _count;

                    protected Shape(int count) { _count = count; }

                    public event EventHandler Changed;

                    public abstract double Area { get; }

                    public int Count { get { lock (_gate) return _count; } init { _count = value; } }

                    public object this[int index] => index switch { 0 => _count, > 5 and < 9 => "x", _ => null };

                    public void Dispose() { Changed?.Invoke(this, EventArgs.Empty); }
                }

                public sealed partial class Circle : Shape
                {
                    public Circle() : base(1) { }

                    public override double Area => 3.0;

                    public static int Sum(params int[] all)
                    {
                        int sum = 0;
                        foreach (int one in all) sum += one;
                        foreach (object one in new ArrayList()) sum += (int)one;
                        Twice twice = n => n * 2 + sum;
                        int Local(in int m, out int rest) { rest = sum; return m; }
                        return twice(Local(3, out int left)) + left;
                    }

                    public static string Text(object o, char c)
                    {
                        StringBuilder text = new(20);
                        text.Append(c).Append(1).Append(Encoding.UTF8.GetString(new byte[] { 65 }, 0, 1));
                        if (o is Circle { Count: 1 } circle) text.Append(circle.Count.ToString("X2"));
                        if (o is string { Length: > 3 } s && s != null) text.Append(s.Substring(1) + "-" + s.Length.ToString());
                        try
                        {
                            using (Shape shape = new Circle()) { Use(new ManualResetEvent(shape.Count > 1)); }
                        }
                        catch (ArgumentException e) when (e.ParamName == "x")
                        {
                            throw new InvalidOperationException(nameof(o), e);
                        }

                        switch (text.ToString())
                        {
                            case "a": return "1";
                            case "b": return "2";
                            default: return o.ToLine();
                        }
                    }

                    private static void Use(WaitHandle handle) { handle.WaitOne(Timeout.Infinite, false); }
                }

                public static class Extensions
                {
                    public static string ToLine(this object o) => o.ToString() ?? string.Empty;

                    public static long Ticks() { return Environment.TickCount64 + DateTime.UtcNow.Ticks; }

                    public static byte[] Bytes(int n)
                    {
                        byte[] all = BitConverter.GetBytes(n);
                        Array.Copy(all, 1, all, 0, 3);
                        Array.Clear(all, 3, 1);
                        return Convert.FromBase64String(Convert.ToBase64String(all));
                    }
                }
            }
            """;

        DeviceBuild build = DeviceSample.Build(source);

        Assert.AreEqual("", string.Join('\n', build.Findings));
    }

    [TestMethod]
    public void Run_Error_TellsFileLineAndColumn() => Assert.AreEqual(
        "Sample.cs(5,28): error CS0117: 'string' does not contain a definition for 'Join'",
        DeviceSample.BuildMembers("string F() { return string.Join(null); }").Findings.Single().ToString());

    [TestMethod]
    public void Run_Finding_TellsFileLineAndColumn() => Assert.AreEqual(
        "Sample.cs(6,5): error nano-checked: Sample.F: checked arithmetic (add.ovf) does not throw on the device",
        DeviceSample.BuildMembers("int F(int a) {\n    return checked(a + 1);\n}").Findings.Single().ToString());

    [TestMethod]
    [DataRow("int F() { int unused; return 1; }", "CS0168", DisplayName = "warning")]
    [DataRow("int F(DayOfWeek d) { return d switch { DayOfWeek.Monday => 1 }; }", "CS8509",
        DisplayName = "switch not exhaustive")]
    [DataRow("void F() { Assert.True(true); }", "CS0612", DisplayName = "obsolete")]
    [DataRow("/// <summary>As <see cref=\"System.IO.Stream\"/>.</summary>\n public void F() { }", "CS1574",
        DisplayName = "reference in a comment")]
    [DataRow("TimeSpan F() { TimeSpan t; return t; }", "CS0165", DisplayName = "unassigned struct of the device")]
    [DataRow("object F() { return new DBNull(); }", "CS1729", DisplayName = "constructor that is not public")]
    public void Run_Warning_IsAnError(string members, string rule) =>
        Assert.AreEqual(rule, DeviceSample.Rules(DeviceSample.BuildMembers(members)));

    [TestMethod]
    public void Run_LaterLanguage_IsAnError() =>
        Assert.AreEqual("CS8773", DeviceSample.Rules(DeviceSample.Build("namespace Sample;")));

    [TestMethod]
    public void Run_DefinesTheDevicesSymbol() => Assert.AreEqual(
        "CS1029", DeviceSample.Rules(DeviceSample.Build("#if NANOFRAMEWORK_1_0\n#error here\n#endif")));

    [TestMethod]
    public void Run_Sizes_AreThoseAfterTheConversion()
    {
        DeviceBuild empty = DeviceSample.Build("class C { }");
        DeviceBuild full = DeviceSample.Build("class C { string Name() { return \"\\u00e4bc\"; } }");

        // ldstr with two bytes of token, and ret.
        Assert.AreEqual(empty.CodeBytes + 4, full.CodeBytes);
        // The method's name and the literal in UTF-8, each with its end.
        Assert.AreEqual(empty.StringBytes + 5 + 5, full.StringBytes);
    }

    // The metadata processor (3.0.100) makes 728 bytes of it, without names that the device's own library has.
    [TestMethod]
    public void Run_FileSize_IsALittleMoreThanTheConversionMakes()
    {
        const int Converted = 728;
        const int KnownNames = 160;
        DeviceBuild build = DeviceSample.Build(
            """
            using System;

            namespace Sample
            {
                public interface ICounter
                {
                    int Count { get; }

                    void Add(byte[] bytes, int offset, int count);
                }

                public static class Limits
                {
                    public const int Most = 1000;
                }

                public enum Verdict
                {
                    Unknown,
                    Few,
                    Many,
                }

                public sealed class Counter : ICounter
                {
                    private readonly string _name;
                    private int _count;

                    public Counter(string name)
                    {
                        _name = name;
                    }

                    public int Count
                    {
                        get { return _count; }
                    }

                    public Verdict Verdict
                    {
                        get { return _count == 0 ? Verdict.Unknown : _count < Limits.Most ? Verdict.Few : Verdict.Many; }
                    }

                    public void Add(byte[] bytes, int offset, int count)
                    {
                        for (int i = offset; i < offset + count; i++)
                        {
                            switch (bytes[i])
                            {
                                case 0:
                                    throw new InvalidOperationException("a zero at offset " + i.ToString());
                                case 1:
                                    _count++;
                                    break;
                                case 2:
                                    _count += 2;
                                    break;
                            }
                        }
                    }

                    public override string ToString()
                    {
                        try
                        {
                            return _name + ": " + _count.ToString();
                        }
                        catch (InvalidCastException)
                        {
                            return _name;
                        }
                    }
                }
            }
            """);

        Assert.IsEmpty(build.Findings);
        Assert.IsInRange(Converted, Converted + KnownNames, build.FileBytes);
    }

    [TestMethod]
    [DataRow("private const string Constant = \"ab\"; string F() { return \"cd\"; }", "string F() { return \"cd\"; }", 0,
        DisplayName = "constant")]
    [DataRow("enum E { Monday, Tuesday }", "enum E { Monday }", 0, DisplayName = "values of an enum")]
    [DataRow("[DataRow(1, \"ab\", \"cde\")] void F() { }", "[DataRow(1, \"ab\", \"ab\")] void F() { }", 4,
        DisplayName = "data row")]
    [DataRow("[DataRow(\"ab\")] string F() { return \"ab\"; }", "[DataRow(1)] string F() { return \"ab\"; }", 0,
        DisplayName = "data row and literal")]
    [DataRow("[DataRow(typeof(Type), \"System.Type\")] void F() { }", "[DataRow(typeof(Type), 1)] void F() { }", 0,
        DisplayName = "type in a data row")]
    [DataRow("void F(int n) { Assert.AreEqual(1, n + 1); }", "void F(int n) { Assert.AreEqual(1, n + 1, \"\"); }", 6,
        DisplayName = "assertion without a message")]
    public void Run_StringSize_CountsWhatIsStored(string members, string lessMembers, int difference)
    {
        DeviceBuild more = DeviceSample.BuildMembers(members);
        DeviceBuild less = DeviceSample.BuildMembers(lessMembers);

        Assert.AreEqual(less.StringBytes + difference, more.StringBytes);
    }
}
