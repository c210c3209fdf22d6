"""What a frozen program needs of peaceops: its data, and modules that are imported by name."""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules

datas = collect_data_files("peaceops")
hiddenimports = collect_submodules("peaceops", lambda name: "__pyinstaller" not in name)
