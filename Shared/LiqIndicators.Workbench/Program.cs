Console.WriteLine("liq");
