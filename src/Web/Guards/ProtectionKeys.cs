using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Styrkedja.Store;

namespace Styrkedja.Web.Guards;

/// <summary>The keys by which sessions and forms are sealed, kept in keys/ in the region's folder so that they outlive a restart.</summary>
/// <remarks>A folder that cannot be written leaves them in memory, and the log says so. They lie unencrypted, closed to all but the owner of the files: whoever reads them can read the journal's folder
/// as well.</remarks>
internal static partial class ProtectionKeys
{
    public static void AddKeys(this IServiceCollection services, string regionFolder)
    {
        services.AddDataProtection().SetApplicationName("styrkedja");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys =>
            (keys.XmlRepository, keys.XmlEncryptor) = (RepositoryIn(regionFolder, provider.GetRequiredService<ILoggerFactory>()), new NullXmlEncryptor())));
    }

    private static IXmlRepository RepositoryIn(string regionFolder, ILoggerFactory log)
    {
        try
        {
            var folder = KeyFolder.Open(regionFolder);
            // Whether it can be written is best asked by writing.
            var probe = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.new");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return new FileSystemXmlRepository(folder, log);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Warn(log.CreateLogger(typeof(ProtectionKeys)), regionFolder, e.Message);
            return new KeysInMemory();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The keys of sessions and forms cannot be kept in {Folder}: {Fault} They live in memory, and everyone is signed out by a restart.")]
    private static partial void Warn(ILogger logger, string folder, string fault);
}
