namespace Styrkedja.App.Reporting;

/// <summary>A program in the converter's place, for what the converter itself never does when asked; last among its arguments comes the Word file.</summary>
internal sealed class StandInConverter : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stand-in-converter");

    /// <param name="script">What it does, in the language of the shell; $folder is a folder of its own, $word the Word file.</param>
    public StandInConverter(string script)
    {
        Program = InFolder("soffice");
        File.WriteAllText(Program, $"#!/bin/sh\nfolder='{_folder.FullName}'\nfor word; do :; done\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>Starts another program, tells where it works, and never ends.</summary>
    public static StandInConverter Hanging() => new("sleep 1000 & echo $! $(pwd) > $folder/started.new; mv $folder/started.new $folder/started; wait");

    /// <summary>The converter, on a machine of another language, in another part of the world.</summary>
    public static StandInConverter Abroad() => new("export TZ=Asia/Tokyo LANG=ja_JP.UTF-8 LC_ALL=de_DE.UTF-8 LANGUAGE=de\nexec soffice \"$@\"");

    public string Program { get; }

    public bool HasStarted => File.Exists(InFolder("started"));

    public string InFolder(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>What it started has ended, and the folder it worked in is taken away.</summary>
    public void AssertGone()
    {
        Assert.True(HasStarted);
        var (process, place) = File.ReadAllText(InFolder("started")).Trim().Split(' ') is [var p, var f] ? (p, f) : throw new InvalidOperationException("two words are written");
        // One that has ended may lie as a zombie until somebody asks for it.
        Assert.True(!File.Exists($"/proc/{process}/stat") || File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal), $"{process} lives");
        Assert.False(Directory.Exists(place), $"{place} is there");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
