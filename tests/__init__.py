"""The tests of Xếp Hàng: unit/ mirrors the packages; property, contract, gui, e2e and bench stand beside it."""
