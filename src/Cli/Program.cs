Console.WriteLine("styrkedja");
