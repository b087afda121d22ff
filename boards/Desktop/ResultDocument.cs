using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Desktop;

/// <summary>The result of a bootstrap as a JSON document; the README describes its fields.</summary>
internal sealed class ResultDocument(bool showSecrets)
{
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Makes the document of a result.</summary>
    public JsonObject Of(BootstrapResult result)
    {
        JsonObject document = new()
        {
            ["outcome"] = result.Outcome.ToString(),
            ["iccid"] = result.Iccid,
            ["state"] = result.State is { } state ? Convert.ToHexString(state) : null,
        };
        if (result.Content is { } content)
            Add(document, content);
        return document;
    }

    private void Add(JsonObject document, LoadResult content)
    {
        document["digest"] = content.Digest.ToString("X8", CultureInfo.InvariantCulture);
        if (content.Configuration is { } configuration)
        {
            document["accounts"] = Array(configuration.SecurityInstances, security => Account(configuration, security));
            document["accessControl"] = Array(configuration.AccessControlInstances, Instance);
            document["oscore"] = Array(configuration.OscoreInstances, Instance);
        }

        document["skipped"] = new JsonObject
        {
            ["objectCount"] = content.SkippedObjectCount,
            ["objects"] = Array(content.SkippedObjects, o => new JsonObject
            {
                ["objectId"] = o.ObjectId,
                ["version"] = o.MajorVersion == 0 ? null : $"{o.MajorVersion}.{o.MinorVersion}",
            }),
            ["resourceCount"] = content.SkippedResourceCount,
            ["resources"] = Array(content.SkippedResources, path => JsonValue.Create(path)),
        };
        document["violations"] = Findings(content, violations: true);
        document["warnings"] = Findings(content, violations: false);
    }

    private JsonObject Account(BootstrapConfiguration configuration, SecurityInstance security)
    {
        ServerInstance? server = security.IsBootstrapServer ? null : configuration.FindServer(security.ShortServerId);
        return new()
        {
            ["shortServerId"] = security.IsBootstrapServer ? null : security.ShortServerId,
            ["security"] = Instance(security),
            ["server"] = server is null ? null : Instance(server),
        };
    }

    private JsonObject Instance(ObjectInstance instance)
    {
        JsonObject document = new() { ["instanceId"] = instance.InstanceId };
        foreach ((int id, string name) in ResourceNames.Of(instance))
        {
            if (instance.Has(id))
                document[name] = Value(instance, id);
        }

        return document;
    }

    private JsonNode? Value(ObjectInstance instance, int id) => (instance, id, instance.GetValue(id)) switch
    {
        (SecurityInstance security, SecurityResources.SecurityMode, _) => SecurityMode(security.SecurityMode),
        (SecurityInstance { SecurityMode: SecurityModes.PreSharedKey }, SecurityResources.PublicKeyOrIdentity, byte[] identity) =>
            Identity(identity),
        (_, _, bool value) => value,
        (SecurityInstance, >= SecurityResources.Tls13FeaturesToUse and <= SecurityResources.TlsExtensionsToUse, long bits) =>
            (ulong)bits,
        (_, _, long value) => value,
        (_, _, string value) => value,
        (_, _, byte[] value) => Bytes(value),
        (_, _, ObjectLink value) => Link(value),
        (_, _, int[] values) => Array(values, value => JsonValue.Create(value)),
        (_, _, string[] values) => Array(values, value => JsonValue.Create(value)),
        (_, _, ObjectLink[] values) => Array(values, value => JsonValue.Create(Link(value))),
        (_, _, AccessControlEntry[] values) => Array(values, value => new JsonObject
        {
            ["shortServerId"] = value.ShortServerId,
            ["rights"] = value.Rights,
        }),
        (_, _, var value) => throw new InvalidOperationException($"a resource of type {value?.GetType()}"),
    };

    // LwM2M TS Appendix E.1.1: UTF-8. What is none is shown as it is; an identity is no secret.
    private static JsonNode Identity(byte[] identity)
    {
        try
        {
            return _strictUtf8.GetString(identity);
        }
        catch (DecoderFallbackException)
        {
            return new JsonObject { ["length"] = identity.Length, ["hex"] = Convert.ToHexString(identity) };
        }
    }

    private JsonObject Bytes(byte[] value)
    {
        JsonObject bytes = new() { ["length"] = value.Length };
        if (showSecrets)
            bytes["hex"] = Convert.ToHexString(value);
        return bytes;
    }

    private static string Link(ObjectLink link) =>
        link.IsNull ? "null" : string.Create(CultureInfo.InvariantCulture, $"{link.ObjectId}:{link.InstanceId}");

    private static JsonNode SecurityMode(int mode) => mode switch
    {
        SecurityModes.PreSharedKey => "PSK",
        SecurityModes.RawPublicKey => "RPK",
        SecurityModes.Certificate => "Certificate",
        SecurityModes.NoSec => "NoSec",
        SecurityModes.CertificateWithEst => "EST",
        _ => mode,
    };

    private static JsonArray Findings(LoadResult content, bool violations) =>
        Array(content.Findings.Where(finding => finding.IsViolation == violations), finding => new JsonObject
        {
            ["rule"] = finding.Rule,
            ["path"] = finding.Path,
            ["message"] = finding.Message,
        });

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => [.. items.Select(node)];
}
