using Microsoft.AspNetCore.Components;
using Styrkedja.App.Texts;

namespace Styrkedja.Web.Readers;

/// <summary>A component that answers a reader: it has the reader's question and the sentences of the reader's language.</summary>
public abstract class ReadingComponent : ComponentBase
{
    [CascadingParameter]
    public required Reading Reading { get; set; }

    protected Texts T => Reading.T;
}
