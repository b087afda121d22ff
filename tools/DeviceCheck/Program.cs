using Bootstrapper.DeviceCheck;
using Bootstrapper.DeviceCheck.Projects;
using Bootstrapper.DeviceCheck.Stubs;

bool update = args is [_, "--update"];
if (args is not ([_] or [_, "--update"]) || !File.Exists(Path.Combine(args[0], "nfproj.props")))
{
    Console.Error.WriteLine("usage: Bootstrapper.DeviceCheck FOLDER [--update]");
    Console.Error.WriteLine("Checks the device projects under FOLDER, which has nfproj.props.");
    Console.Error.WriteLine("  --update    lists the sources of each folder in its .nfproj first");
    return 2;
}

string root = Path.GetFullPath(args[0]);
if (update)
{
    foreach (DeviceProject project in DeviceProject.FindAll(root).Where(ProjectUpdate.Run))
        Console.WriteLine("updated " + Path.GetRelativePath(root, project.File));
}

bool isClean = true;
HashSet<Finding> told = []; // once, though every board compiles what boards share
foreach (CheckedProject result in new Checker(root, StubLibrary.Default).Run())
{
    foreach (Finding finding in result.Findings.Where(told.Add))
        Console.WriteLine(finding);
    isClean &= result is { Findings.Count: 0, Build: not null };
    Console.WriteLine(result.Project.Name + ": " + result.Build switch
    {
        null => "not checked, for it needs a project that does not compile",
        { Image.IsEmpty: true } => "does not compile for the device",
        var build => $"{build.FileBytes} bytes on the device, {build.CodeBytes} of them bytecode and {build.StringBytes} strings",
    });
}

return isClean ? 0 : 1;
