"""The intake form: who comes, asked of the partner in a workbook or a Word document, and read back."""
