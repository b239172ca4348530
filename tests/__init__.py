"""The tests of Xếp Hàng: unit/ mirrors the packages; property, simulation, contract, gui, e2e, bench stand apart."""
