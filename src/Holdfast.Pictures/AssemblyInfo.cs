// What is handed to native code is handed over as it lies in memory.
[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]
