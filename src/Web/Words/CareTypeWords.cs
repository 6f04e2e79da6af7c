using Styrkedja.App.Texts;

namespace Styrkedja.Web.Words;

/// <summary>What types of contact and bands of age are called.</summary>
public static class CareTypeWords
{
    /// <summary>A type of contact; the code of the source where we have no word for it.</summary>
    public static string Of(Texts t, string code) => t.Find($"contact-type.{code}") ?? code;

    /// <summary>A band of age such as 0-6 or 85-.</summary>
    public static string Age(Texts t, string band) => band.EndsWith('-') ? t["care-age.over", ("from", band[..^1])] : t["care-age.between", ("band", band.Replace('-', '–'))];
}
