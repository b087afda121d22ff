using Bootstrapper.DeviceCheck;
using Bootstrapper.DeviceCheck.Projects;
using Bootstrapper.DeviceCheck.Stubs;

if (args is not [string root] || !Directory.Exists(root))
{
    Console.Error.WriteLine("usage: Bootstrapper.DeviceCheck FOLDER    checks the device projects under FOLDER");
    return 2;
}

bool clean = true;
foreach ((DeviceProject project, DeviceBuild build) in new Checker(Path.GetFullPath(root), StubLibrary.Default).Run())
{
    foreach (Finding finding in build.Findings)
        Console.WriteLine(finding);
    clean &= build.Findings.Count == 0;
    if (!build.Image.IsEmpty)
        Console.WriteLine($"{project.AssemblyName}: {build.CodeBytes} bytes of bytecode, {build.StringBytes} of strings on the device");
}

return clean ? 0 : 1;
