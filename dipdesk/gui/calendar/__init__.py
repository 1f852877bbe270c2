"""The calendar: month, week, day and list over everything that has a day."""
