using Injector.Rendering.Storage;

namespace Injector.Rendering.Tests.Storage;

public sealed class LinuxFileSystemTests : IDisposable
{
    private const int SetGroup = 0b10_000_000_000;
    private const uint SomeGroup = 4242;

    private readonly TemporaryFolder _folder = new();
    private readonly LinuxFileSystem _files = new();

    [Fact]
    public void MakesFolderWithItsParents()
    {
        using var made = _files.Make(_folder.At("a/b/c"));

        Assert.Equal(0b111_101_101, (int)File.GetUnixFileMode(_folder.At("a/b")));
        Assert.Empty(made.List());
    }

    [Fact]
    public void MissingFolderIsNull() => Assert.Null(_files.Open(_folder.At("none")));

    [Fact]
    public void FileInPlaceOfAFolderIsAFault()
    {
        File.WriteAllText(_folder.At("file"), "x");

        Assert.Equal(FileFault.InTheWay, Assert.Throws<FileOperationException>(() => _files.Open(_folder.At("file"))).Fault);
        Assert.Equal(FileFault.InTheWay, Assert.Throws<FileOperationException>(() => _files.Make(_folder.At("file/below"))).Fault);
    }

    [Fact]
    public void ReadsWholeFiles()
    {
        var content = new byte[100_000];
        new Span<byte>(content).Fill(7);
        File.WriteAllBytes(_folder.At("file"), content);

        Assert.Equal(content, _files.ReadFile(_folder.At("file")));
        Assert.Equal(FileFault.Missing, Assert.Throws<FileOperationException>(() => _files.ReadFile(_folder.At("none"))).Fault);
    }

    [Fact]
    public void FactsTellAboutEveryKind()
    {
        using var folder = Open();
        File.WriteAllText(_folder.At("file"), "four");
        Directory.CreateDirectory(_folder.At("folder"));
        folder.MakeLink("link", "file");

        Assert.Equal((FileKind.File, 4L), (folder.Look("file")?.Kind, folder.Look("file")?.Size));
        Assert.Equal(FileKind.Folder, folder.Look("folder")?.Kind);
        Assert.Equal(FileKind.Link, folder.Look("link")?.Kind);
        Assert.Equal("file", folder.ReadLink("link"));
        Assert.Null(folder.Look("none"));
    }

    [Fact]
    public void ExistingFileIsNeverWrittenInPlace()
    {
        using var folder = Open();
        folder.WriteFile("file", "one"u8, new FileRights(0b110_000_000, default, default));

        var fault = Assert.Throws<FileOperationException>(() => folder.WriteFile("file", "two"u8, new FileRights(0b110_000_000, default, default)));

        Assert.Equal(FileFault.Exists, fault.Fault);
        Assert.Equal("one", File.ReadAllText(_folder.At("file")));
    }

    [Fact]
    public void LinkIsNotReadAsAFile()
    {
        using var folder = Open();
        folder.MakeLink("link", "/etc/passwd");

        Assert.Throws<FileOperationException>(() => folder.ReadFile("link"));
    }

    [Fact]
    public void A19_GroupOfTheVolumeIsInherited()
    {
        using var folder = Open();
        using var volume = folder.MakeFolder("volume", 0b111_111_111);
        try
        {
            folder.SetOwner("volume", new FileOwner(null, SomeGroup));
        }
        catch (FileOperationException)
        {
            Assert.Skip("Only root can give a folder a foreign group.");
        }

        folder.SetMode("volume", SetGroup | 0b111_111_111);
        using var generation = volume.MakeFolder("generation", 0b111_101_101);
        generation.WriteFile("file", "x"u8, new FileRights(0b110_100_000, default, default));

        Assert.Equal(SomeGroup, generation.Look("file")?.GroupId);
        Assert.Equal(SetGroup | 0b111_101_101, volume.Look("generation")?.Mode);
    }

    [Fact]
    public void A18_OwnerIsGivenAndKept()
    {
        using var folder = Open();
        try
        {
            folder.WriteFile("file", "x"u8, new FileRights(0b110_100_000, new FileOwner(SomeGroup, SomeGroup), default));
        }
        catch (FileOperationException)
        {
            Assert.Skip("Only root can give a file away.");
        }

        folder.WriteFile("other", "x"u8, new FileRights(0b110_100_000, default, new FileOwner(SomeGroup, SomeGroup)));

        Assert.Equal(SomeGroup, folder.Look("file")?.UserId);
        Assert.Equal(SomeGroup, folder.Look("other")?.GroupId);
    }

    [Theory]
    [InlineData("17", 17u)]
    [InlineData("root", 0u)]
    [InlineData("nobody-here", null)]
    public void AccountsAreFoundByNumberAndName(string text, uint? number)
    {
        Assert.Equal(number, new AccountNames(_files).FindUser(text));
        Assert.Equal(number, new AccountNames(_files).FindGroup(text));
    }

    [Fact]
    public void ImageWithoutAccountsKnowsNumbers()
    {
        var accounts = new AccountNames(new MemoryFileSystem());

        Assert.Equal(5u, accounts.FindUser("5"));
        Assert.Null(accounts.FindGroup("root"));
    }

    public void Dispose() => _folder.Dispose();

    private IFolder Open() => _files.Make(_folder.Path);
}
