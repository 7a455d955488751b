// What only the admin draws; imported there after styles.ts.
import "@mantine/core/styles/AppShell.layer.css";
import "@mantine/core/styles/Burger.layer.css";
import "@mantine/core/styles/Drawer.layer.css";
import "@mantine/core/styles/NavLink.layer.css";
import "@mantine/core/styles/Pill.layer.css";
import "@mantine/core/styles/PillsInput.layer.css";
import "@mantine/core/styles/PinInput.layer.css";
import "@mantine/core/styles/Tabs.layer.css";
import "@mantine/core/styles/Timeline.layer.css";
