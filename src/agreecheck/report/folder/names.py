"""What the report on a file is called in the folder of reports."""

from hashlib import sha256

_LONGEST, _CUT = 255, 200  # bytes of a file name


def report_name(file: str, suffix: str) -> str:
    """The name in the reports' folder; one too long for most systems is cut and marked."""
    folder, slash, name = file.rpartition("/")
    data = name.encode("utf-8", "surrogatepass")
    if len(data) + len(suffix) >= _LONGEST:
        name = f"{data[:_CUT].decode('utf-8', 'ignore')}-{sha256(data).hexdigest()[:8]}"
    return f"{folder}{slash}{name}.{suffix}"
