using Styrkedja.App.Texts;

namespace Styrkedja.Web.Words;

/// <summary>What types of contact are called; the code of the source where we have no word for it.</summary>
public static class CareTypeWords
{
    public static string Of(Texts t, string code) => t.Find($"contact-type.{code}") ?? code;
}
