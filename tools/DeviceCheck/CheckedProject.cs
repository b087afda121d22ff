using Bootstrapper.DeviceCheck.Projects;

namespace Bootstrapper.DeviceCheck;

/// <summary>A device project and what was found in it.</summary>
/// <param name="Project">The project.</param>
/// <param name="Findings">What is wrong with the project file or its sources, file names from the repository's root on.</param>
/// <param name="Build">The build, or null where a project that this one needs does not compile.</param>
internal sealed record CheckedProject(DeviceProject Project, IReadOnlyList<Finding> Findings, DeviceBuild? Build);
