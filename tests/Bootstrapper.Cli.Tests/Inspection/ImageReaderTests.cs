using System.Text;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Inspection;
using Bootstrapper.Cli.Tests.Configuration;
using Bootstrapper.Host.Tests.Lwm2m;
using Bootstrapper.Lwm2m;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;
using CsCheck;

namespace Bootstrapper.Cli.Tests.Inspection;

[TestClass]
public class ImageReaderTests
{
    private const int Mutations = 20_000;

    private static readonly string[] _vectors = [Vectors.A, Vectors.B, Vectors.AppendixF, Vectors.Versions];

    [TestMethod]
    public void Read_PublishedExample_HasItsValues()
    {
        ImageReading reading = ImageReader.Read(Hex.Bytes(Vectors.A));

        Assert.IsNull(reading.Break);
        Assert.IsFalse(reading.IsBlank);
        Assert.AreEqual(126, reading.ContentLength);
        Assert.HasCount(2, reading.Image.Objects);
        Assert.AreEqual(
            "0/1/0 coaps://eu.iot.avsystem.cloud:5684, 0/1/1 False, 0/1/2 0, 0/1/3 example-psk-identity, "
            + "0/1/5 3x@mpl3P5K53cr3tK3y, 0/1/10 1, 1/1/0 1, 1/1/1 86400, 1/1/6 False, 1/1/7 U",
            Values(reading));
    }

    [TestMethod]
    public void Read_PublishedExampleWithPadding_TellsThemApart()
    {
        ImageReading reading = ImageReader.Read(Hex.Bytes(Vectors.B));

        Assert.AreEqual(58, reading.ContentLength);
        Assert.AreEqual(2, reading.Padding.Length);
        Assert.IsTrue(reading.IsPadded);
    }

    [TestMethod]
    public void Read_ExplicitVersions_HasThem()
    {
        ImageReading reading = ImageReader.Read(Hex.Bytes(Vectors.Versions));

        Assert.AreEqual("1.1 1.1 2.0", string.Join(' ', reading.Image.Objects.Select(o => o.Version)));
        Assert.Contains("0/0/17 21:0", Values(reading));
    }

    [TestMethod]
    public void Read_MultipleResources_HasTheirInstances()
    {
        ImageReading reading = ImageReader.Read(Hex.Bytes(Vectors.AppendixF));

        Assert.Contains("2/2/2[101] 15, 2/2/2[102] 1, 2/2/3 101", Values(reading));
    }

    // LwM2M TS 7.4.5: any number of instances, none included.
    [TestMethod]
    public void Read_MultipleResourceWithoutValue_IsOne()
    {
        ImageReading reading = ImageReader.Read(Hex.Bytes(Tlv.File(Tlv.Record(2, Tlv.Instance(0, Tlv.Multiple(2))))));

        MultipleResource acl = (MultipleResource)reading.Image.Objects[0].Instances[0].Resources[0];
        Assert.AreEqual(2, acl.ResourceId);
        Assert.IsEmpty(acl.Instances);
    }

    [TestMethod]
    [DataRow("C800" + "03" + "414243", "ABC", DisplayName = "A length field where the type has room")]
    [DataRow("F00000" + "0003" + "414243", "ABC", DisplayName = "Two bytes for each number")]
    [DataRow("FF0000" + "000003" + "414243", "ABC", DisplayName = "Three bytes for the length, and bits to ignore")]
    public void Read_HeaderLongerThanNeeded_IsReadAllTheSame(string resource, string value)
    {
        ImageReading reading = ImageReader.Read(Hex.Bytes(Tlv.File(Tlv.Record(0, Tlv.Instance(1, resource)))));

        Assert.IsNull(reading.Break);
        Assert.AreEqual("0/1/0 " + value, Values(reading));
    }

    [TestMethod]
    [DataRow("C40200000001", "0/1/2 1", DisplayName = "Integer longer than needed")]
    [DataRow("C302000001", "0/1/2 [000001]", DisplayName = "Integer of 3 bytes")]
    [DataRow("C10102", "0/1/1 [02]", DisplayName = "Boolean of 2")]
    [DataRow("C200C328", "0/1/0 [C328]", DisplayName = "String that is no UTF-8")]
    [DataRow("C11105", "0/1/17 [05]", DisplayName = "Objlnk of one byte")]
    [DataRow("C1C805", "0/1/200 [05]", DisplayName = "Resource that is not defined")]
    [DataRow("C1C805C1C806", "0/1/200 [05], 0/1/200 [06]", DisplayName = "Resource that stands there twice")]
    [DataRow("C20AFFFF", "0/1/10 65535", DisplayName = "ID as a device reads it")]
    [DataRow("C20AFFFE", "0/1/10 65534", DisplayName = "ID that an Integer would need 4 bytes for")]
    [DataRow("C20A8000", "0/1/10 -32768", DisplayName = "ID that is the shortest form of an Integer")]
    [DataRow("C10AFF", "0/1/10 -1", DisplayName = "ID of one byte")]
    public void Read_OddValues_AreKept(string resources, string values)
    {
        ImageReading reading = ImageReader.Read(Hex.Bytes(Tlv.File(Tlv.Record(0, Tlv.Instance(1, resources)))));

        Assert.IsNull(reading.Break);
        Assert.AreEqual(values, Values(reading));
    }

    [TestMethod]
    [DataRow("FFFFFFFF")]
    [DataRow("FFFFFFFFFFFFFFFFFFFFFFFF")]
    public void Read_NeverWritten_IsBlank(string file)
    {
        ImageReading reading = ImageReader.Read(Hex.Bytes(file));

        Assert.IsTrue(reading.IsBlank);
        Assert.IsNull(reading.Break);
        Assert.IsEmpty(reading.Image.Objects);
        AssertCovers(reading);
    }

    // What is whole is shown, though a device's reader gives up before it hands that out.
    [TestMethod]
    public void Read_FileCutOffBehindAValue_HasThatValue()
    {
        ImageReading reading = ImageReader.Read(Hex.Bytes(Vectors.A).AsMemory(0, 103));

        Assert.AreEqual(103, reading.Break?.Offset);
        Assert.EndsWith("0/1/5 3x@mpl3P5K53cr3tK3y, 0/1/10 1", Values(reading));
    }

    [TestMethod]
    public void Read_FileCutOffInAValue_HasWhatIsBeforeIt()
    {
        ImageReading reading = ImageReader.Read(Hex.Bytes(Vectors.A).AsMemory(0, 99));

        Assert.EndsWith("0/1/2 0, 0/1/3 example-psk-identity", Values(reading));
        Assert.AreEqual("18 of 19 bytes", reading.Annotations[^1].Meaning);
        Assert.IsTrue(reading.Annotations[^1].IsSecret);
    }

    [TestMethod]
    public void Read_AnyTruncation_BreaksWhereADeviceDoes()
    {
        foreach (byte[] whole in _vectors.Append(Vectors.C).Select(Hex.Bytes))
        {
            for (int length = 0; length <= whole.Length; length++)
                AssertBreaksAsADeviceDoes(whole[..length]);
        }
    }

    [TestMethod]
    public void Read_AnyTruncation_KeepsWhatItHeldBefore()
    {
        foreach (byte[] whole in _vectors.Select(Hex.Bytes))
        {
            string before = "";
            for (int length = 0; length <= whole.Length; length++)
            {
                string values = Values(ImageReader.Read(whole.AsMemory(0, length)));
                Assert.StartsWith(before, values);
                before = values;
            }
        }
    }

    [TestMethod]
    public void Read_MutatedFile_BreaksWhereADeviceDoes()
    {
        Mutator mutator = new(seed: 7, [.. _vectors, Vectors.C]);
        for (int i = 0; i < Mutations; i++)
        {
            byte[] file = mutator.Next();
            AssertBreaksAsADeviceDoes(file);
            AssertBreaksAsADeviceDoes(file[..mutator.Random.Next(file.Length + 1)]);
        }
    }

    // The grammar once more, apart from the library.
    [TestMethod]
    public void Read_MutatedFile_AnnotatesTheEntriesThatTheGrammarFinds()
    {
        Mutator mutator = new(seed: 8, _vectors);
        int compared = 0;
        for (int i = 0; i < Mutations; i++)
        {
            byte[] file = mutator.Next();
            ImageReading reading = ImageReader.Read(file);
            if (file.Length < reading.ContentLength || reading.IsBlank)
                continue;

            Oracle oracle = Oracle.File(file);
            Assert.AreEqual(oracle.Error, reading.Break?.Offset);
            string found = string.Join(' ', reading.Annotations.Where(IsEntry).Select(a => $"{a.Offset}+{a.Length}"));
            Assert.AreEqual(string.Join(' ', oracle.Entries.Select(e => $"{e.Offset}+{e.ValueOffset - e.Offset}")), found);
            compared++;
        }

        Assert.IsGreaterThan(Mutations / 4, compared);
    }

    [TestMethod]
    public void Read_RandomImage_IsTheImageAgain()
    {
        foreach (BootstrapImage image in RandomImages.Take(1000))
        {
            byte[] file = ImageWriter.Write(image);
            ImageReading reading = ImageReader.Read(file);
            AssertCovers(reading);
            Assert.IsNull(reading.Break);
            CollectionAssert.AreEqual(file, ImageWriter.Write(reading.Image));
        }
    }

    private static bool IsEntry(Annotation annotation) => annotation.Meaning.Contains("(type ");

    private static void AssertBreaksAsADeviceDoes(byte[] file)
    {
        ContentException? expected = null;
        try
        {
            BootstrapFileReader device = new();
            bool more = device.Open(new ByteArraySource(file));
            while (more && device.ReadObject())
            {
                while (device.Tlv.Read())
                {
                }
            }
        }
        catch (ContentException e)
        {
            expected = e;
        }

        ImageReading reading = ImageReader.Read(file);
        Assert.AreEqual(expected?.Message, reading.Break?.Message);
        AssertCovers(reading);
    }

    private static void AssertCovers(ImageReading reading)
    {
        int next = 0;
        foreach (Annotation annotation in reading.Annotations)
        {
            if (annotation.Offset != next || annotation.Length < 1)
                Assert.Fail($"offset {next}: followed by {annotation}");
            next += annotation.Length;
        }

        Assert.AreEqual(reading.File.Length, next);
    }

    private static string Values(ImageReading reading)
    {
        List<string> values = [];
        foreach (ObjectRecord record in reading.Image.Objects)
        {
            foreach (InstanceEntry instance in record.Instances)
            {
                foreach (ResourceEntry resource in instance.Resources)
                {
                    string path = $"{record.ObjectId}/{instance.InstanceId}/{resource.ResourceId}";
                    if (resource is SingleResource single)
                        values.Add($"{path} {Text(single.Value)}");
                    else if (resource is MultipleResource multiple)
                        values.AddRange(multiple.Instances.Select(i => $"{path}[{i.ResourceInstanceId}] {Text(i.Value)}"));
                }
            }
        }

        return string.Join(", ", values);
    }

    private static string Text(Value value) => value switch
    {
        IntegerValue v => $"{v.Value}",
        UnsignedValue v => $"{v.Value}",
        BooleanValue v => $"{v.Value}",
        StringValue v => v.Value,
        OpaqueValue v when v.Value.Length > 3 => Encoding.Latin1.GetString(v.Value),
        OpaqueValue v => $"[{Convert.ToHexString(v.Value)}]",
        ObjectLinkValue v => $"{v.ObjectId}:{v.InstanceId}",
        _ => $"{value}",
    };
}
