using System.Reflection;

[assembly: AssemblyTitle("Bootstrapper.Boards.Stm32F769IDiscovery")]
[assembly: AssemblyDescription("LwM2M Bootstrap from Smartcard on STM32F769I-DISCOVERY")]
[assembly: AssemblyProduct("Bootstrapper.Nano")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
