namespace Injector.Sandbox.Tests;

public sealed class TemporaryFoldersTests
{
    [Fact]
    public void Removes_FoldersOfProcessesThatHaveEnded()
    {
        // Process ids end far below this number.
        var leftover = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "injector-sandbox-99999999-abcdef")).FullName;
        File.WriteAllText(Path.Combine(leftover, "file"), string.Empty);
        var own = TemporaryFolders.Create();

        TemporaryFolders.RemoveLeftovers();

        Assert.False(Directory.Exists(leftover));
        Assert.True(Directory.Exists(own));
        Directory.Delete(own);
    }
}
