using System.Reflection;
using System.Security.Cryptography;

namespace Styrkedja.Web;

/// <summary>The two files that give the pages their look and small conveniences, each served at an address that holds the hash of its bytes.</summary>
public sealed class LookFiles
{
    private static readonly Assembly s_assembly = typeof(LookFiles).Assembly;

    public LookFiles()
    {
        (Css, CssAddress) = Read("styrkedja.css");
        (Js, JsAddress) = Read("styrkedja.js");
    }

    public byte[] Css { get; }

    public string CssAddress { get; }

    public byte[] Js { get; }

    public string JsAddress { get; }

    /// <summary>Changes with every build of the pages.</summary>
    public static string Build { get; } = s_assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];

    /// <summary>A file of the pages by its name, and the address that holds its hash.</summary>
    internal static (byte[] Bytes, string Address) Read(string name)
    {
        using var stream = s_assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..16];
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return (bytes.ToArray(), $"/look/{name[..dot]}.{hash}{name[dot..]}");
    }
}
