using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Styrkedja.Web.Guards;

/// <summary>Keeps the keys of sessions and forms in memory for as long as the process lives, where they cannot be written to disk.</summary>
/// <remarks>Everyone is signed out by a restart, and forms that stood open must be opened anew.</remarks>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly List<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_keys)
            return [.. _keys];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_keys)
            _keys.Add(element);
    }
}
