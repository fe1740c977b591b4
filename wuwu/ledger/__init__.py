"""The ledger (Excel 台账): where everything stands in it, and the logs of its units read out of it."""
