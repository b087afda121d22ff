using Bootstrapper.DeviceCheck.Projects;

namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public class ArchitectureTests
{
    private static readonly string _library = Repository.At("src", "Bootstrapper.Nano");

    private static Architecture OfLibrary => new(SourceFiles.Under(_library)
        .Select(file => KeyValuePair.Create(Path.GetRelativePath(_library, file), File.ReadAllText(file))));

    [TestMethod]
    public void Library_Namespaces_DependOneWay() => AssertNone(OfLibrary.Dependencies());

    [TestMethod]
    public void Library_Folders_AreNamespaces() => AssertNone(OfLibrary.Folders());

    [TestMethod]
    public void Library_Files_HaveOnePublicTypeOfTheirName() => AssertNone(OfLibrary.Files());

    [TestMethod]
    public void Library_HasNoConditionalCompilation() => AssertNone(OfLibrary.Conditions());

    [TestMethod]
    [DataRow("Modem", "Bootstrapper.Card.Apdu F() { return null; }", "Card", DisplayName = "Modem on Card")]
    [DataRow("Modem", "object F() { return Bootstrapper.Lwm2m.Apdu.Make(); }", "Lwm2m", DisplayName = "Modem on Lwm2m")]
    [DataRow("Card", "void F(Bootstrapper.Lwm2m.Apdu a) { }", "Lwm2m", DisplayName = "Card on Lwm2m")]
    [DataRow("Lwm2m", "object F() { return new Bootstrapper.Card.Apdu(); }", "Card", DisplayName = "Lwm2m on Card")]
    [DataRow("Lwm2m", "Bootstrapper.Modem.Apdu _a;", "Modem", DisplayName = "Lwm2m on Modem")]
    [DataRow("Card", "Bootstrapper.Flow _f;", "", DisplayName = "Card on the flow")]
    public void Dependencies_AgainstTheWay_AreFound(string folder, string member, string used)
    {
        string[] found = [.. WithUser(folder, member).Dependencies()];

        string name = used.Length == 0 ? "Bootstrapper.Flow" : $"Bootstrapper.{used}.Apdu";
        Assert.AreEqual($"{folder}/User.cs: Bootstrapper.{folder} uses {name}", string.Join('\n', found));
    }

    [TestMethod]
    [DataRow("Card", "Bootstrapper.Modem.Apdu _a;", DisplayName = "Card on Modem")]
    [DataRow("Lwm2m", "Bootstrapper.ILog _log; Bootstrapper.Lwm2m.Apdu _a;", DisplayName = "kernel and itself")]
    public void Dependencies_TheWayTheyGo_AreNotFound(string folder, string member) =>
        AssertNone(WithUser(folder, member).Dependencies());

    [TestMethod]
    public void Dependencies_OfTheRoot_AreFree() => AssertNone(Of(
        ("Card/A.cs", "namespace Bootstrapper.Card { public class A { } }"),
        ("Flow.cs", "namespace Bootstrapper { public class Flow { Card.A _a; } }")).Dependencies());

    [TestMethod]
    [DataRow("Card/A.cs", "namespace Bootstrapper.Modem { class A { } }", DisplayName = "another")]
    [DataRow("Card/A.cs", "namespace Bootstrapper { class A { } }", DisplayName = "root")]
    [DataRow("A.cs", "class A { }", DisplayName = "none")]
    public void Folders_OtherThanTheNamespace_AreFound(string file, string source) =>
        Assert.HasCount(1, Of((file, source)).Folders());

    [TestMethod]
    [DataRow("A.cs", "public class A { } public enum B { X }", DisplayName = "two public types")]
    [DataRow("A.cs", "public class B { }", DisplayName = "another name")]
    [DataRow("A.cs", "public class B { } class A { }", DisplayName = "the name of the wrong type")]
    [DataRow("A.cs", "public delegate void B();", DisplayName = "delegate")]
    public void Files_OtherThanTheirType_AreFound(string file, string types) => Assert.HasCount(1, Of((file, types)).Files());

    [TestMethod]
    [DataRow("A.cs", "public class A { public enum B { X } }", DisplayName = "nested type")]
    [DataRow("A.Values.cs", "public partial class A { }", DisplayName = "part of a type")]
    [DataRow("A.cs", "public class A { } class Helper { }", DisplayName = "helper beside it")]
    [DataRow("Properties/AssemblyInfo.cs", "[assembly: System.Reflection.AssemblyTitle(\"a\")]", DisplayName = "no type")]
    public void Files_AsTheirType_AreNotFound(string file, string types) => AssertNone(Of((file, types)).Files());

    [TestMethod]
    public void Conditions_InASource_AreFound() =>
        Assert.HasCount(1, Of(("A.cs", "#if NANOFRAMEWORK_1_0\nclass A { }\n#endif")).Conditions());

    private static Architecture WithUser(string folder, string member) => Of(
        ("ILog.cs", "namespace Bootstrapper { public interface ILog { } }"),
        ("Flow.cs", "namespace Bootstrapper { public class Flow { } }"),
        ("Card/Apdu.cs", "namespace Bootstrapper.Card { public class Apdu { } }"),
        ("Modem/Apdu.cs", "namespace Bootstrapper.Modem { public class Apdu { } }"),
        ("Lwm2m/Apdu.cs", "namespace Bootstrapper.Lwm2m { public class Apdu { public static object Make() { return null; } } }"),
        (folder + "/User.cs", $"namespace Bootstrapper.{folder} {{ class User {{ {member} }} }}"));

    private static Architecture Of(params (string File, string Source)[] sources) =>
        new(sources.Select(source => KeyValuePair.Create(source.File, source.Source)));

    private static void AssertNone(IEnumerable<string> found) => Assert.AreEqual("", string.Join('\n', found));
}
