"""The page of the figures: cards with charts whose numbers open the records behind them."""
