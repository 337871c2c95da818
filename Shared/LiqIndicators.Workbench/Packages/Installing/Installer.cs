using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Packages.Packing;
using LiqIndicators.Workbench.Packages.Reading;

namespace LiqIndicators.Workbench.Packages.Installing;

/// <summary>Puts packages into the user's algo folder and takes them out again; says each thing it did.</summary>
internal static class Installer
{
    private const string Aside = ".before-liq";

    /// <summary>Copies every package of a folder that <c>liq pack</c> wrote, after checking its sum.</summary>
    /// <param name="from">Folder with packages and their sums.</param>
    /// <param name="folder">The user's algo folder; made if it is not there.</param>
    /// <returns>A line for each thing done.</returns>
    /// <exception cref="CommandException">There is no package, one does not have its sum, or one is not readable. Then nothing was changed.</exception>
    internal static IReadOnlyList<string> Install(string from, string folder)
    {
        (string Path, string Sha256, string Place)[] packages = [.. Directory.Exists(from)
            ? Directory.EnumerateFiles(from, "*.algo").Order(StringComparer.Ordinal).Select(path => Checked(from, path))
            : []];
        if (packages.Length == 0)
        {
            throw new CommandException($"{from} holds no .algo; 'liq pack' makes them.");
        }

        List<InstalledFile> journal = [.. InstallJournal.Read(folder)];
        List<string> done = [];
        foreach ((string path, string sha256, string place) in packages)
        {
            string target = Path.Combine(folder, place);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            InstalledFile? before = journal.SingleOrDefault(file => file.Place == place);
            string? previous = before?.Previous;
            if (File.Exists(target) && before is null)
            {
                previous = place + Aside;
                File.Move(target, Path.Combine(folder, previous), overwrite: true);
                done.Add($"kept {target} as {previous}");
            }

            // The journal first: a copy that breaks off can then still be undone.
            journal.RemoveAll(file => file.Place == place);
            journal.Add(new InstalledFile(place, sha256, previous));
            InstallJournal.Write(folder, journal);
            File.Copy(path, target, overwrite: true);
            done.Add($"installed {target}");
        }

        return done;
    }

    /// <summary>Removes what was installed and puts back what stood there before. A file changed since is left alone.</summary>
    /// <returns>A line for each thing done.</returns>
    internal static IReadOnlyList<string> Undo(string folder)
    {
        List<string> done = [];
        List<InstalledFile> left = [];
        foreach (InstalledFile file in InstallJournal.Read(folder))
        {
            string target = Path.Combine(folder, file.Place);
            if (File.Exists(target) && Checksums.Of(target) != file.Sha256)
            {
                left.Add(file);
                done.Add($"left {target}: it was changed since it was installed");
                continue;
            }

            File.Delete(target);
            done.Add($"removed {target}");
            if (file.Previous is not null && File.Exists(Path.Combine(folder, file.Previous)))
            {
                File.Move(Path.Combine(folder, file.Previous), target);
                done.Add($"put back {target}");
            }
        }

        if (Directory.Exists(folder))
        {
            InstallJournal.Write(folder, left);
        }

        return done.Count > 0 ? done : [$"nothing of LiqIndicators is installed in {folder}"];
    }

    private static (string Path, string Sha256, string Place) Checked(string from, string path)
    {
        string name = Path.GetFileName(path);
        string sum = Checksums.Of(path);
        if (sum != Checksums.Listed(from, name))
        {
            throw new CommandException($"{path} does not have the sum that {Checksums.FileName} lists for it; pack or download it again.");
        }

        AlgoReading reading = AlgoFile.Read(path);
        return reading.Metadata is null
            ? throw new CommandException($"{path} cannot be read: {ClearText.Of(reading.Reason)}")
            : (path, sum, AlgoFolder.PlaceOf(reading.Metadata.Flags, name));
    }
}
