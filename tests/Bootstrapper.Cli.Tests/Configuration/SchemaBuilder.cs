using System.Text.Json.Nodes;
using Bootstrapper.Cli.Definitions;

namespace Bootstrapper.Cli.Tests.Configuration;

/// <summary>Makes the JSON Schema (draft 2020-12) of configurations out of the definitions.</summary>
internal static class SchemaBuilder
{
    private const string Id =
        "(0|[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-4])"; // 0..65534

    private const string Byte = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])"; // 0..255
    private const string Version = $"(;ver=(?!0\\.){Byte}\\.{Byte})?";
    private const string AnyObject = "object";
    private const string AnyValue = "any";

    /// <summary>Makes the whole schema.</summary>
    public static JsonObject Build()
    {
        JsonObject definitions = [];
        JsonObject names = new() { ["$schema"] = new JsonObject { ["type"] = "string" } };
        JsonObject others = [];
        foreach (ObjectDefinition definition in ObjectDefinitions.Default.All)
        {
            names[$"OID.{definition.Name}"] = Reference(definition.Name, $"Object {definition.Id}");
            others[$"^(OID\\.{definition.Name}|{definition.Name}|{definition.Id}){Version}$"] = Reference(definition.Name);
            definitions[definition.Name] = Instances(Resources(definition));
        }

        others[$"^{Id}{Version}$"] = Reference(AnyObject);
        definitions[AnyObject] = Instances(new JsonObject
        {
            ["type"] = "object",
            ["patternProperties"] = new JsonObject { [$"^{Id}$"] = Reference(AnyValue) },
            ["additionalProperties"] = false,
        });
        AddTypes(definitions);
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "LwM2M bootstrap configuration",
            ["description"] = "What simboot writes into EF LwM2M_Bootstrap: objects, their instances, their resources.",
            ["type"] = "object",
            ["properties"] = names,
            ["patternProperties"] = others,
            ["additionalProperties"] = false,
            ["$defs"] = definitions,
        };
    }

    private static JsonObject Resources(ObjectDefinition definition)
    {
        JsonObject names = [];
        JsonObject others = [];
        foreach (ResourceDefinition resource in definition.Resources)
        {
            string full = $"RID.{definition.Name}.{resource.Name}";
            if (resource.Kind == ResourceKind.None)
            {
                others[$"^({full.Replace(".", "\\.")}|{resource.Name}|{resource.Id})$"] = false;
                continue;
            }

            string type = TypeOf(resource);
            names[full] = Reference(type, $"Resource {resource.Id}, {resource.Kind}{(resource.IsMultiple ? ", multiple" : "")}");
            others[$"^({resource.Name}|{resource.Id})$"] = Reference(type);
        }

        others[$"^{Id}$"] = Reference(AnyValue);
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = names,
            ["patternProperties"] = others,
            ["additionalProperties"] = false,
        };
    }

    private static string TypeOf(ResourceDefinition resource)
    {
        string type = resource.Kind switch
        {
            ResourceKind.Integer or ResourceKind.Time => "integer",
            ResourceKind.Corelnk => "string",
            _ => resource.Kind.ToString().ToLowerInvariant(),
        };
        return resource.IsMultiple ? $"{type}s" : type;
    }

    private static void AddTypes(JsonObject definitions)
    {
        (string Name, JsonObject Schema)[] types =
        [
            ("integer", new JsonObject { ["type"] = "integer", ["minimum"] = long.MinValue, ["maximum"] = long.MaxValue }),
            ("unsigned", new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = ulong.MaxValue }),
            ("float", new JsonObject { ["type"] = "number" }),
            ("boolean", new JsonObject { ["enum"] = new JsonArray(true, false, 0, 1) }),
            ("string", AnyOf(Pattern("^[^\\u0000]*$"), Reference("bytes"))),
            ("opaque", AnyOf(new JsonObject { ["type"] = "string" }, Reference("bytes"))),
            ("objlnk", Pattern("^[0-9]{1,5}:[0-9]{1,5}$", "Object ID and Object Instance ID: 21:0; 65535:65535 is no link.")),
            ("literal", AnyOf(
                Reference("integer"), Reference("float"), new JsonObject { ["type"] = "boolean" }, Reference("string"))),
        ];
        foreach ((string name, JsonObject schema) in types)
        {
            definitions[name] = schema;
            definitions[$"{name}s"] = Several(name);
        }

        definitions["bytes"] = Bytes();
        definitions[AnyValue] = AnyOf(Reference("literal"), Reference("literals"));
        definitions["id"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = 65534 };
    }

    private static JsonObject Bytes() => new()
    {
        ["description"] = "Bytes as hex digits, in Base64, or those of a file in the folder of the configuration.",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["hex"] = Pattern("^ *([0-9A-Fa-f] *[0-9A-Fa-f] *)*$"),
            ["base64"] = Pattern("^[0-9A-Za-z+/\\s]*=?\\s*=?\\s*$"),
            ["file"] = new JsonObject { ["type"] = "string" },
        },
        ["additionalProperties"] = false,
        ["minProperties"] = 1,
        ["maxProperties"] = 1,
    };

    /// <summary>A multiple resource, as pairs or as an object.</summary>
    private static JsonObject Several(string type) => AnyOf(
        new JsonObject
        {
            ["description"] = "Pairs of a Resource Instance ID and its value: [[0, ...], [1, ...]].",
            ["type"] = "array",
            ["items"] = new JsonObject
            {
                ["type"] = "array",
                ["prefixItems"] = new JsonArray(Reference("id"), Reference(type)),
                ["items"] = false,
                ["minItems"] = 2,
            },
        },
        new JsonObject
        {
            ["type"] = "object",
            ["patternProperties"] = new JsonObject { [$"^{Id}$"] = Reference(type) },
            ["additionalProperties"] = false,
        });

    private static JsonObject Instances(JsonObject resources) => new()
    {
        ["type"] = "object",
        ["patternProperties"] = new JsonObject { [$"^{Id}$"] = resources },
        ["additionalProperties"] = false,
    };

    private static JsonObject Pattern(string pattern, string? description = null)
    {
        JsonObject schema = [];
        if (description != null)
            schema["description"] = description;
        schema["type"] = "string";
        schema["pattern"] = pattern;
        return schema;
    }

    private static JsonObject Reference(string definition, string? description = null)
    {
        JsonObject schema = new() { ["$ref"] = $"#/$defs/{definition}" };
        if (description != null)
            schema["description"] = description;
        return schema;
    }

    private static JsonObject AnyOf(params JsonObject[] schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };
}
