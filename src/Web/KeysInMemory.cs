using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Styrkedja.Web;

/// <summary>Keeps the framework's protection keys in memory for as long as the process lives, and writes none to disk.</summary>
/// <remarks>Nothing that must outlive the process is protected by them: the pages take in nothing and remember nobody.</remarks>
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
